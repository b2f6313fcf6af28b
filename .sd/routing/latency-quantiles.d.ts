import { type Interval } from "../statistics/index.js";
import { type WeightedLatencies } from "./estimator.js";
/** The block of each row, the blocks' weights in each resample, and the level of the intervals. */
export interface QuantileResampling {
    blockOfRow: ArrayLike<number>;
    blockWeights: readonly ArrayLike<number>[];
    /** Of the resampler that drew the weights. */
    degreesOfFreedom: number;
    level: number;
}
/**
 * Quantiles of a weighted distribution, its rows in ascending order of latency: the smallest
 * latency at or below which at least that share of the weight lies (Hyndman and Fan's definition 1,
 * which needs no arithmetic between a time and "never"). Intervals by Woodruff (1952): the share at
 * or below the estimate is resampled over blocks, and the limits of its interval are read back
 * through the distribution. Without a second block the interval is all numbers.
 */
export declare function latencyQuantiles({ row, latencyMs, weight }: WeightedLatencies, probabilities: readonly number[], { blockOfRow, blockWeights, degreesOfFreedom, level }: QuantileResampling): Interval[];
/** The judged rows in ascending order of latency. */
export declare function ascendingRows(latencyMs: Float64Array, judged: Uint8Array): Uint32Array;
