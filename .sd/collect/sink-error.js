/**
 * A sink that cannot take or hand on its rows. One line that says where the rows are and what to
 * do.
 */
export class RowSinkError extends Error {
    name = "RowSinkError";
}
//# sourceMappingURL=sink-error.js.map