/**
 * Streams a text file's lines (UTF-8, a byte order mark and carriage returns taken off), several at
 * a time, so that a file larger than the longest string can be read. Throws a TableError where it
 * cannot be read.
 */
export declare function readLines(file: string): AsyncGenerator<string[]>;
