/**
 * Rows coded by the group they belong to: `codeOfRow` runs from 0 to `codeCount - 1` in order of
 * first appearance.
 */
export interface RowCodes {
    codeOfRow: Uint32Array;
    codeCount: number;
    /** The first row of each code: whatever is constant within a code can be read there. */
    firstRow: Uint32Array;
}
/**
 * Codes rows by the combination of values in several columns, exactly: two rows share a code if and
 * only if they agree in every column. NaN equals NaN, and 0 equals -0. One pass a column; the table
 * of combinations is re-numbered after each, so that it never outgrows the number of combinations
 * that occur.
 */
export declare function codeRows(columns: readonly ArrayLike<number>[], rowCount: number): RowCodes;
/** Codes one column by its distinct values. */
export declare function codeColumn(column: ArrayLike<number>, rowCount?: number): RowCodes;
/**
 * The same for a column of at most `most` distinct values; null, as soon as that is seen, for one
 * of more.
 */
export declare function codeFewValues(column: ArrayLike<number>, most: number, rowCount?: number): RowCodes | null;
