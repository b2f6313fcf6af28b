/** The lower triangle L of A = L L^T, row by row, with the rows that had to be left out. */
export interface Cholesky {
    size: number;
    /** size x size, row-major; the rows of aliased variables are zero. */
    lower: Float64Array;
    /** 1 where the variable is, within `tolerance`, a linear combination of those before it. */
    aliased: Uint8Array;
}
/**
 * Cholesky's factor of a symmetric positive semi-definite matrix (row-major, size x size). A
 * variable whose pivot falls below `tolerance` times its diagonal is aliased, as in R's `glm`: it
 * is left out, and the rest is factored as if it were not there. Throws on a diagonal that is not
 * finite or is negative.
 */
export declare function cholesky(matrix: Float64Array, size: number, tolerance?: number): Cholesky;
/** x with A x = b; 0 for aliased variables. */
export declare function solveCholesky({ size, lower, aliased }: Cholesky, b: ArrayLike<number>): Float64Array;
/** The inverse of A (row-major), with NaN in the rows and columns of aliased variables. */
export declare function invertCholesky(factor: Cholesky): Float64Array;
