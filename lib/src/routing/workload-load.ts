import { ECS, LAMBDA } from "../campaign/index.js";
import type { PlatformTerms } from "../labels/index.js";
import {
  answered,
  groupIntoCells,
  servedMs,
  timeBlocks,
  type Requests,
} from "../requests/index.js";
import { lambdaMemoryMb } from "./outcomes.js";
import { requestRows } from "./pair-rows.js";

/** What a campaign asked of a workload, and how long its requests took in the handler. */
export interface WorkloadLoad {
  workload: string;
  /** Mean execution times over the answered requests, ms; NaN where a platform answered none. */
  lambdaMs: number;
  ecsMs: number;
  /** Memory of the function, MB: as the log lines record it, else as it is declared. */
  lambdaMemoryMb: number;
  /**
   * Requests an hour to both platforms together in each window and pattern of the campaign, failed
   * ones included; a pair is one.
   */
  rates: { run: string; requestsPerHour: number }[];
}

/**
 * The load of each workload of a campaign, in the order of the workloads. Hours are those in which
 * anything was sent.
 */
export function workloadLoads(
  requests: Requests,
  { lambdaMemoryMb: declaredMb }: Pick<PlatformTerms, "lambdaMemoryMb">,
): WorkloadLoad[] {
  const { workload, workloadNames, platform, rowCount } = requests;
  const runMs = servedMs(requests);
  const runs = groupIntoCells(requests, ["window", "pattern"]);
  const { blockOfRow, minutes } = timeBlocks(requests.timestampMs);
  const blocksOfRun = Array.from({ length: runs.codeCount }, () => new Set<number>());
  const sent = workloadNames.map(() => new Float64Array(runs.codeCount));
  const recordedMb = lambdaMemoryMb(requests);
  const sums = workloadNames.map(() => ({ rows: [0, 0], ms: [0, 0] }));
  const counts = requestRows(requests);
  for (let row = 0; row < rowCount; row++) {
    blocksOfRun[runs.codeOfRow[row]].add(blockOfRow[row]);
    if (counts[row] === 1 && workload[row] < workloadNames.length)
      sent[workload[row]][runs.codeOfRow[row]]++;
  }
  for (const row of answered(requests)) {
    if (workload[row] >= workloadNames.length) continue;
    sums[workload[row]].rows[platform[row]]++;
    sums[workload[row]].ms[platform[row]] += runMs[row];
  }
  return workloadNames.flatMap((name, w): WorkloadLoad[] => {
    if (sent[w].every((n) => n === 0)) return [];
    const mean = (side: number): number => sums[w].ms[side] / sums[w].rows[side];
    const rates = Array.from(sent[w], (n, run) => ({
      run: runs.name(run),
      requestsPerHour: (n * 60) / (blocksOfRun[run].size * minutes),
    }));
    const memoryMb = Number.isNaN(recordedMb[w]) ? (declaredMb[name] ?? NaN) : recordedMb[w];
    return [
      {
        workload: name,
        lambdaMs: mean(LAMBDA),
        ecsMs: mean(ECS),
        lambdaMemoryMb: memoryMb,
        rates: rates.filter(({ requestsPerHour }) => requestsPerHour > 0),
      },
    ];
  });
}

/** Mean execution time on ECS by workload, ms. */
export function ecsBusyMs(loads: readonly WorkloadLoad[]): Record<string, number> {
  return Object.fromEntries(loads.map(({ workload, ecsMs }) => [workload, ecsMs]));
}
