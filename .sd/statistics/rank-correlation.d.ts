/**
 * Spearman's rank correlation (1904): Pearson's correlation of the ranks, equal values sharing the
 * mean of theirs. NaN where either side is constant. Throws where the lengths differ.
 */
export declare function rankCorrelation(first: ArrayLike<number>, second: ArrayLike<number>): number;
/** Ranks from 1; equal values get the mean of the ranks they take up. */
export declare function ranks(values: ArrayLike<number>): Float64Array;
