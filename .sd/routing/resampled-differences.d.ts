import { type Interval, type Random } from "../statistics/index.js";
import { type Axis } from "./outcomes.js";
/**
 * Requests by platform and block of time, and the sum of each axis over them; index of a pair: ECS,
 * LAMBDA.
 */
export interface BlockSums {
    rows: readonly [ecs: Float64Array, lambda: Float64Array];
    /** In the order of AXES. */
    sums: readonly (readonly [ecs: Float64Array, lambda: Float64Array])[];
    /** Run of each block; one run where left out. */
    runOfBlock?: ArrayLike<number>;
}
/**
 * The difference of two means, Lambda's minus ECS's, with its interval by resampling blocks of time
 * within runs (requests near in time share their fate). Null where it cannot be had: a platform
 * without requests, a single block, or resamples that often miss a platform.
 */
export declare function resampledDifferences({ rows, sums, runOfBlock }: BlockSums, random: Random, { repeats, level }?: {
    repeats?: number;
    level?: number;
}): Record<Axis, Interval> | null;
