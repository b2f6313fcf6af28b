import { AUTHOR_PRICES, ECS, LAMBDA, type PriceTable } from "../campaign/index.js";
import { requestCostUsd, type LatencyClock } from "../labels/index.js";
import type { Counterfactual, Requests } from "../requests/index.js";

/** The two axes a routing decision is judged on. */
export const AXES = ["latencyMs", "costUsd"] as const;
export type Axis = (typeof AXES)[number];

/** What was seen of each request: the platform that served it, and what that took. Failed requests are left out beforehand, and counted. */
export interface ObservedOutcomes {
  /** ECS or LAMBDA. */
  platform: Uint8Array;
  latencyMs: Float64Array;
  costUsd: Float64Array;
}

/** What both platforms would have made of each request; known for simulated campaigns only. Index: ECS, LAMBDA. */
export type BothOutcomes = readonly [ecs: Record<Axis, Float64Array>, lambda: Record<Axis, Float64Array>];

/** Both outcomes of each request from the one that was observed and its counterfactual. */
export function bothOutcomes(observed: ObservedOutcomes, counterfactual: Record<Axis, Float64Array>): BothOutcomes {
  const side = (wanted: number, axis: Axis): Float64Array =>
    observed[axis].map((seen, row) => (observed.platform[row] === wanted ? seen : counterfactual[axis][row]));
  return [
    { latencyMs: side(ECS, "latencyMs"), costUsd: side(ECS, "costUsd") },
    { latencyMs: side(LAMBDA, "latencyMs"), costUsd: side(LAMBDA, "costUsd") },
  ];
}

/** Latency by the given clock and cost by the author's formulas of each request as it was served. */
export function observedOutcomes(requests: Requests, clock: LatencyClock = "response", prices: PriceTable = AUTHOR_PRICES): ObservedOutcomes {
  return {
    platform: requests.platform,
    latencyMs: clock === "response" ? requests.responseTimeMs : requests.executionTimeMs,
    costUsd: requestCostUsd(requests, { kind: "busy-time" }, prices),
  };
}

/** The same of what the other platform would have made of each request; simulated campaigns only. */
export function counterfactualOutcomes(requests: Requests, { platform, executionTimeMs, responseTimeMs }: Counterfactual, clock: LatencyClock = "response", prices: PriceTable = AUTHOR_PRICES): ObservedOutcomes {
  // A request that ECS served has no memory limit of its own: it would have met its workload's function.
  const limitMb = functionMemoryMb(requests), memoryLimitMb = new Float64Array(requests.rowCount);
  for (let row = 0; row < requests.rowCount; row++) memoryLimitMb[row] = limitMb[requests.workload[row]] ?? NaN;
  const other: Requests = { ...requests, platform, executionTimeMs, responseTimeMs, memoryLimitMb };
  return observedOutcomes(other, clock, prices);
}

/** Memory limit of each workload's function as the campaign's own Lambda rows record it, MB; NaN where none does (its cost is then that of the author's function). */
function functionMemoryMb({ rowCount, workloadNames, workload, platform, memoryLimitMb }: Requests): number[] {
  const limitMb = workloadNames.map(() => NaN);
  for (let row = 0; row < rowCount; row++) {
    if (platform[row] === LAMBDA && Number.isNaN(limitMb[workload[row]])) limitMb[workload[row]] = memoryLimitMb[row];
  }
  return limitMb;
}
