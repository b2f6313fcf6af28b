/**
 * A table that cannot be read as a labelled one; the message names file, row or column, and the
 * remedy.
 */
export declare class TableError extends Error {
    name: string;
}
