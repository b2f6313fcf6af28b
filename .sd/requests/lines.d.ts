/** A line longer than this is no log record (those have under 1 KiB); it is set aside unparsed. */
export declare const LONGEST_RECORD_BYTES: number;
/** The most of one line that is kept: half of what a string can hold. */
export declare const LONGEST_KEPT_BYTES: number;
/**
 * Receives a line without its line end. `bytes` is valid only during the call; `length` is the
 * line's true length.
 */
export type LineHandler = (bytes: Buffer, length: number) => void;
/**
 * Cuts a stream of bytes into lines at each line feed, whatever the size of the chunks they come
 * in. A carriage return before the line feed is dropped. A text that ends in a line feed has no
 * empty line after it.
 */
export declare class LineSplitter {
    private readonly onLine;
    private carried;
    private carriedBytes;
    private carriedLength;
    constructor(onLine: LineHandler);
    push(chunk: Buffer): void;
    /** The end of the text: what is left is a line of its own. */
    end(): void;
    private carry;
    private emit;
}
