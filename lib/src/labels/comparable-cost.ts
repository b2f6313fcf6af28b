import { LAMBDA } from "../campaign/index.js";
import { isAnswered, MISSING, type Requests } from "../requests/index.js";
import { requestCostUsd } from "./cost.js";
import type { LabelOptions } from "./labels.js";

/** Costs as labels compare them, and the workloads that have none to compare. */
export interface ComparableCost {
  /**
   * USD of each request; in a workload that is labelled on time alone, figures by which Lambda is
   * cheaper than ECS whatever the margin, so that only the times decide.
   */
  costUsd: Float64Array;
  /** Workloads without a cost that could be compared: name -> why. */
  onTimeAlone: Record<string, string>;
  /** Whether a row's label says nothing of costs. */
  timeAlone(row: number): boolean;
}

/**
 * The costs of a campaign's requests. A workload some of whose answered requests have no known cost
 * (nobody declared its task, or its function's memory) is compared on time alone: its requests are
 * not dropped. Where groups mix workloads (not `withinWorkloads`), such requests stay without a
 * cost: they cannot be compared with those that have one.
 */
export function comparableCost(
  requests: Requests,
  options: LabelOptions,
  withinWorkloads: boolean,
): ComparableCost {
  const { rowCount, platform, workload, workloadNames } = requests;
  const costUsd = requestCostUsd(requests, options);
  const without = new Map<number, string>();
  if (withinWorkloads)
    for (let row = 0; row < rowCount; row++)
      if (
        Number.isNaN(costUsd[row]) &&
        platform[row] <= LAMBDA &&
        workload[row] !== MISSING &&
        isAnswered(requests, row)
      )
        without.set(workload[row], whyNoCost(workloadNames[workload[row]], options));
  const timeAlone = (row: number): boolean => without.has(workload[row]);
  if (without.size > 0)
    for (let row = 0; row < rowCount; row++)
      if (timeAlone(row)) costUsd[row] = platform[row] === LAMBDA ? -1 : 1;
  const onTimeAlone = Object.fromEntries(
    [...without].map(([code, why]) => [workloadNames[code], why]),
  );
  return { costUsd, onTimeAlone, timeAlone };
}

/** Why a workload has no known cost, with what to state in the study file. */
export function whyNoCost(
  workload: string,
  { taskSizes, lambdaMemoryMb }: Pick<LabelOptions, "taskSizes" | "lambdaMemoryMb">,
): string {
  const missing = [
    ...(Object.hasOwn(taskSizes, workload) ? [] : [`workloads.${workload}.ecsTask`]),
    ...(Object.hasOwn(lambdaMemoryMb, workload) ? [] : [`workloads.${workload}.lambdaMemoryMb`]),
  ];
  return `no cost is known; state ${missing.join(" and ") || "what its requests are charged"}`;
}
