/** One log file of a source, wherever it lies. */
export interface SourceFile {
    /** Path relative to the source, with `/`. */
    name: string;
    /** Opens the bytes as stored; may be called again after a failure. */
    open(): AsyncIterable<Buffer>;
    /** Told the SHA-256 of what was read; throws RequestSourceError where another was expected. */
    confirm?(sha256: string): void;
}
/**
 * What a source named: its log files in the order of their names (by UTF-16 unit), and a short name
 * for titles.
 */
export interface LogSource {
    title: string;
    files: SourceFile[];
    /** Stops what still runs for the source. */
    close?(): void;
}
export declare function isLogName(name: string): boolean;
export declare function byName(a: {
    name: string;
}, b: {
    name: string;
}): number;
/** The log files of a folder, at any depth, or the one named. Throws RequestSourceError. */
export declare function findLocalFiles(source: string): Promise<LogSource>;
export declare function localFile(full: string, name: string, shown: string): SourceFile;
