/**
 * A sink that cannot take or hand on its rows. One line that says where the rows are and what to
 * do.
 */
export declare class RowSinkError extends Error {
    name: string;
}
