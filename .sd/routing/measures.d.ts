import type { Outcomes } from "./outcomes.js";
/** Where each measure stands among the columns; misses of the limits follow from SLO_MISSES on. */
export declare const LATENCY = 0;
export declare const COST = 1;
export declare const FAILED = 2;
export declare const SLO_MISSES = 3;
/** A measure, one number a request; 0 and 1 where it is a yes or no. */
export type MeasureColumn = Float64Array | Uint8Array;
/**
 * What a policy is judged on, one number a request: latency in ms, cost in USD, whether it failed,
 * and for each limit whether it missed it. A request that failed misses every limit.
 */
export declare function measureColumns({ latencyMs, costUsd, failed }: Outcomes, sloLimitsMs: readonly number[]): MeasureColumn[];
/** Latency for quantiles: a request that was never answered is slower than any that was. */
export declare function latencyOrNever({ latencyMs, failed }: Outcomes): Float64Array;
