/**
 * One numeric column of a small table, summarised. `std` is the sample's standard deviation (n -
 * 1), NaN for one row.
 */
export interface ColumnSummary {
    column: string;
    count: number;
    /** Rows without a number in this column. */
    missing: number;
    mean: number;
    std: number;
    min: number;
    median: number;
    max: number;
}
/**
 * Summarises the numeric columns of a table of at most a few thousand rows, by danfo's `describe`.
 * Missing values are counted and left out first: danfo's own summary of a column with one is NaN.
 * Columns without any number are left out. danfo (and TensorFlow.js below it) is loaded by the
 * first call. Throws above 20,000 rows, where danfo takes minutes.
 */
export declare function describeRows(rows: readonly object[]): Promise<ColumnSummary[]>;
