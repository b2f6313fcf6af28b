import { ECS, LAMBDA, NO_PLATFORM } from "../campaign/index.js";
import { requestCostUsd, type CostTerms, type LatencyClock } from "../labels/index.js";
import { isAnswered, type Counterfactual, type Requests } from "../requests/index.js";
import type { Halves } from "./pair-rows.js";

/** The two axes a routing decision is judged on. */
export const AXES = ["latencyMs", "costUsd"] as const;
export type Axis = (typeof AXES)[number];

/** What became of each request. */
export interface Outcomes {
  latencyMs: Float64Array;
  costUsd: Float64Array;
  /** 1 where the request failed or was given up; none did where left out. */
  failed?: Uint8Array;
}

/** What was seen of each request: the platform that served it, and what that took. */
export interface ObservedOutcomes extends Outcomes {
  /** ECS or LAMBDA. */
  platform: Uint8Array;
}

/**
 * What both platforms made of each request: measured in a duet, else known for simulated campaigns
 * only. Index: ECS, LAMBDA.
 */
export type BothOutcomes = readonly [ecs: Outcomes, lambda: Outcomes];

/** Both outcomes of each request from the one that was observed and its counterfactual. */
export function bothOutcomes(observed: ObservedOutcomes, counterfactual: Outcomes): BothOutcomes {
  const side = (wanted: number): Outcomes => {
    const seen = (row: number): Outcomes =>
      observed.platform[row] === wanted ? observed : counterfactual;
    return {
      latencyMs: observed.latencyMs.map((_, row) => seen(row).latencyMs[row]),
      costUsd: observed.costUsd.map((_, row) => seen(row).costUsd[row]),
      failed: observed.platform.map((_, row) => seen(row).failed?.[row] ?? 0),
    };
  };
  return [side(ECS), side(LAMBDA)];
}

/**
 * Latency by the given clock, cost, and failures of each request as it was served. A request that
 * failed has no time on the platform's clock: its latency is what its client waited, whichever
 * clock is asked for. It costs what the terms charge it: its share of the task-hours where these
 * are shared, else nothing, because what is charged is execution time. NaN where neither is known.
 *
 * Hand it a whole campaign and take the rows needed afterwards (`takeOutcomes`): what a request
 * pays of a shared hour hangs on all that were sent in it.
 */
export function observedOutcomes(
  requests: Requests,
  terms: CostTerms,
  clock: LatencyClock = "response",
): ObservedOutcomes {
  const { platform, executionTimeMs, responseTimeMs } = requests;
  const failed = platform.map((code, row) =>
    Number(code !== NO_PLATFORM && !isAnswered(requests, row)),
  );
  return {
    platform,
    latencyMs:
      clock === "response"
        ? responseTimeMs
        : executionTimeMs.map((ms, row) => (failed[row] === 1 ? responseTimeMs[row] : ms)),
    costUsd: requestCostUsd(requests, terms).map((usd, row) =>
      failed[row] === 1 && Number.isNaN(usd) ? 0 : usd,
    ),
    failed,
  };
}

/**
 * The same of what the other platform would have made of each request; simulated campaigns only.
 */
export function counterfactualOutcomes(
  requests: Requests,
  counterfactual: Counterfactual,
  terms: CostTerms,
  clock: LatencyClock = "response",
): ObservedOutcomes {
  const { platform, executionTimeMs, responseTimeMs, httpStatus, coldStart } = counterfactual;
  const usualMemoryMb = lambdaMemoryMb(requests);
  // A log line's memory limit, bill and tasks belong to the platform that served the request, not
  // to the other one.
  const memoryLimitMb = new Float64Array(requests.rowCount);
  for (let row = 0; row < memoryLimitMb.length; row++)
    memoryLimitMb[row] = usualMemoryMb[requests.workload[row]] ?? NaN;
  const unknown = new Float64Array(requests.rowCount).fill(NaN);
  const other: Requests = {
    ...requests,
    platform,
    executionTimeMs,
    responseTimeMs,
    httpStatus,
    coldStart,
    memoryLimitMb,
    billedDurationMs: unknown,
    initDurationMs: unknown,
    runningTasks: unknown,
  };
  return observedOutcomes(other, terms, clock);
}

/**
 * Both outcomes of requests that were sent in pairs, from the outcomes of all rows and the rows of
 * their halves; NaN where a half is not in the logs.
 */
export function pairedOutcomes(observed: Outcomes, { ecsRow, lambdaRow }: Halves): BothOutcomes {
  return [takeOutcomes(observed, ecsRow), takeOutcomes(observed, lambdaRow)];
}

/** The outcomes of some of the rows, in the order given; NaN for NO_ROW. */
export function takeOutcomes(
  { latencyMs, costUsd, failed }: Outcomes,
  rows: Uint32Array | Int32Array,
): Required<Outcomes> {
  return {
    latencyMs: Float64Array.from(rows, (row) => latencyMs[row] ?? NaN),
    costUsd: Float64Array.from(rows, (row) => costUsd[row] ?? NaN),
    failed: Uint8Array.from(rows, (row) => failed?.[row] ?? 0),
  };
}

/**
 * The memory of each workload's function in MB: the limit that most of its log lines record; NaN
 * where none does.
 */
export function lambdaMemoryMb({
  rowCount,
  workload,
  workloadNames,
  platform,
  memoryLimitMb,
}: Requests): number[] {
  const lines = workloadNames.map(() => new Map<number, number>());
  for (let row = 0; row < rowCount; row++) {
    const limit = memoryLimitMb[row];
    if (platform[row] === LAMBDA && !Number.isNaN(limit))
      lines[workload[row]]?.set(limit, (lines[workload[row]].get(limit) ?? 0) + 1);
  }
  return lines.map(
    (of) => [...of].reduce((most, limit) => (limit[1] > most[1] ? limit : most), [NaN, 0])[0],
  );
}
