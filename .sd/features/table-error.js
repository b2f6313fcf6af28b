/**
 * A table that cannot be read as a labelled one; the message names file, row or column, and the
 * remedy.
 */
export class TableError extends Error {
    name = "TableError";
}
//# sourceMappingURL=table-error.js.map