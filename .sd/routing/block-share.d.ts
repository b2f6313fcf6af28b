import { type Interval, type Random } from "../statistics/index.js";
/**
 * A ratio of sums over requests (a share, a difference of shares) with a percentile bootstrap over
 * blocks of time, widened where need be to `atLeast`, the interval that holds if requests were
 * independent: a bootstrap of a share of exactly 0 or 1 has no width, and that is not certainty.
 */
export declare function blockRatio(numerator: ArrayLike<number>, blocks: {
    blockOfRow: ArrayLike<number>;
    blockCount: number;
}, atLeast: Interval, random: Random, repeats?: number): Interval;
