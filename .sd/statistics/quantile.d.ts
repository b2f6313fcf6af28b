/**
 * Quantiles by linear interpolation between order statistics: NumPy's default `method="linear"`,
 * R's type 7 (Hyndman and Fan, 1996, definition 7). The arithmetic follows NumPy's `_lerp` to the
 * last bit, including its change of anchor at one half, so that labels made here equal labels made
 * in Python. (The `quantile` of simple-statistics follows another definition.)
 */
export declare function quantile(values: ArrayLike<number>, probability: number): number;
/**
 * The same on values already in ascending order, which may end in Infinity. NaN when there are
 * none.
 */
export declare function quantileSorted(sorted: ArrayLike<number>, probability: number): number;
/**
 * The median as NumPy and pandas compute it: the mean of the two middle values when their number is
 * even.
 */
export declare function median(values: ArrayLike<number>): number;
/** The same on values already in ascending order. NaN when there are none. */
export declare function medianSorted(sorted: ArrayLike<number>): number;
/**
 * An ascending copy. Throws on NaN: a missing value must be taken out by whoever knows what it
 * means.
 */
export declare function sortedCopy(values: ArrayLike<number>): Float64Array;
