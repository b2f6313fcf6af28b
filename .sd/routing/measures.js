/** Where each measure stands among the columns; misses of the limits follow from SLO_MISSES on. */
export const LATENCY = 0;
export const COST = 1;
export const FAILED = 2;
export const SLO_MISSES = 3;
/**
 * What a policy is judged on, one number a request: latency in ms, cost in USD, whether it failed,
 * and for each limit whether it missed it. A request that failed misses every limit.
 */
export function measureColumns({ latencyMs, costUsd, failed }, sloLimitsMs) {
    const lost = failed ?? new Uint8Array(latencyMs.length);
    return [
        latencyMs,
        costUsd,
        lost,
        ...sloLimitsMs.map((limit) => lost.map((yes, row) => Number(yes === 1 || latencyMs[row] > limit))),
    ];
}
/** Latency for quantiles: a request that was never answered is slower than any that was. */
export function latencyOrNever({ latencyMs, failed }) {
    return failed ? latencyMs.map((ms, row) => (failed[row] === 1 ? Infinity : ms)) : latencyMs;
}
//# sourceMappingURL=measures.js.map