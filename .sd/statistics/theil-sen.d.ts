import { type Interval } from "./intervals.js";
/**
 * The Theil-Sen slope of y on x: the median of the slopes through all pairs of points with
 * different x (Theil, 1950; Sen, 1968). Up to 29 % of the points may be arbitrary without spoiling
 * it. The interval is Sen's: the slopes whose rank lies within z standard errors of Kendall's
 * score, with the variance corrected for ties in x and in y (Kendall, 1970), as
 * `scipy.stats.theilslopes` counts them: the k-th from either end, k = round((pairs - C) / 2), C
 * being z standard errors; where there is no such slope the interval has no end there. O(n^2): thin
 * out above a thousand points. NaN with a boundless interval where x takes one value only.
 */
export declare function theilSenSlope(x: ArrayLike<number>, y: ArrayLike<number>, level?: number): Interval;
/**
 * Variance of Kendall's score (concordant minus discordant pairs) when x and y are unrelated, for
 * values with ties.
 */
export declare function kendallScoreVariance(x: ArrayLike<number>, y: ArrayLike<number>): number;
