/** Rows that lie in a file of the spool and are to become one object. */
export interface SpooledPart {
    /** Name of the file and of the object, without extensions: `<collector>-<sequence>`. */
    name: string;
    file: string;
}
/** Whole rows of a part, and what tells them from others. */
export interface PartContent {
    lines: Buffer;
    rows: number;
    sha256: string;
}
/** Names of collectors: they become file names and parts of keys. */
export declare function isCollectorName(name: string): boolean;
/** Whether a file of this name holds rows of a spool. */
export declare function isPart(fileName: string): boolean;
/**
 * A folder in which the rows of one collector wait for their upload, so that a process that dies
 * loses none it was given: each row is appended to the file `<collector>-<sequence>.part.jsonl`
 * before `append` returns. (A machine that loses its power may lose what its disk had not taken.)
 * Several collectors may share the folder; a `.lock` with the process's number tells which of them
 * are at work.
 */
export declare class Spool {
    private readonly folder;
    private readonly collector;
    private open;
    private sequence;
    /** Throws RowSinkError where a collector of that name is at work in the folder. */
    constructor(folder: string, collector: string);
    /** Bytes of the part that rows are being appended to. */
    get openBytes(): number;
    append(row: string): void;
    /** Ends the part that rows were appended to; null when there is none. */
    seal(): SpooledPart | null;
    close(): void;
    private begin;
}
/**
 * The parts in a folder whose collectors are gone: what a process that died left to be uploaded.
 */
export declare function leftParts(folder: string): SpooledPart[];
/**
 * The rows of a sealed part. What follows the last line feed was being written when the process
 * died, and is no row yet: it is set aside in `<name>.torn`. Null when another process has dealt
 * with the part meanwhile.
 */
export declare function readPart({ file }: SpooledPart): PartContent | null;
export declare function dropPart({ file }: SpooledPart): void;
