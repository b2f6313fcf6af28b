/** A column's centre and spread over the rows that have a value. */
export interface Scale {
    mean: number;
    /**
     * Standard deviation with divisor n (scikit-learn's StandardScaler); 1 for a constant column, so
     * that it becomes 0.
     */
    scale: number;
    constant: boolean;
    /** Weight of the rows without a value. */
    missing: number;
}
/**
 * Weighted mean and standard deviation of a column; NaN is missing. A column without any value is
 * constant 0.
 */
export declare function scaleOf(column: Float64Array, weight?: ArrayLike<number>): Scale;
/** A value in standard deviations from the mean; a missing one is put at the mean. */
export declare function standardise(value: number, { mean, scale }: Scale): number;
