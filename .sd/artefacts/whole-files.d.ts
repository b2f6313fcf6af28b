/**
 * Writes a file in one step: whoever reads it meanwhile, or after this process was killed, sees the
 * old one or the new one, never a part.
 */
export declare function writeWhole(file: string, content: Uint8Array | string): void;
/**
 * The same for a file or a folder that `make` writes at the path it is given: `partial`, on the
 * same disk as `target`. What stood at `target` goes away once the new one is complete; where
 * `make` fails, it stays and the part is removed.
 */
export declare function makeWhole<T>(target: string, partial: string, make: (partial: string) => T | Promise<T>): Promise<T>;
/** Name, within a run's folder, to give to `makeWhole` as `partial`. */
export declare function partialName(name: string): string;
/** Takes away what this process has left of its parts; those of others stay. */
export declare function clearOwnParts(folder: string): void;
/** Takes away what processes that were killed have left; nobody else may write into the run. */
export declare function clearAllParts(folder: string): void;
