import type { Outcomes } from "./outcomes.js";

/** Where each measure stands among the columns; misses of the limits follow from SLO_MISSES on. */
export const LATENCY = 0, COST = 1, FAILED = 2, SLO_MISSES = 3;

/**
 * What a policy is judged on, one number a request: latency in ms, cost in USD, whether it failed, and for each limit
 * whether it missed it. A request that failed misses every limit.
 */
export function measureColumns({ latencyMs, costUsd, failed }: Outcomes, sloLimitsMs: readonly number[]): Float64Array[] {
  const lost = failed ?? new Uint8Array(latencyMs.length);
  return [
    latencyMs, costUsd, Float64Array.from(lost),
    ...sloLimitsMs.map((limit) => latencyMs.map((ms, row) => Number(lost[row] === 1 || ms > limit))),
  ];
}

/** Latency for quantiles: a request that was never answered is slower than any that was. */
export function latencyOrNever({ latencyMs, failed }: Outcomes): Float64Array {
  return failed ? latencyMs.map((ms, row) => (failed[row] === 1 ? Infinity : ms)) : latencyMs;
}
