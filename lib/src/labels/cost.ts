import {
  ECS,
  ECS_TASK_SIZES,
  LAMBDA,
  LAMBDA_MEMORY_RECORDED_MB,
  ecsBusyCostUsd,
  lambdaCostUsd,
  taskUsdPerHour,
  type PriceTable,
  type Workload,
} from "../campaign/index.js";
import type { Requests } from "../requests/index.js";
import type { CostModel } from "./labels.js";

/**
 * USD of each request; NaN where it never ran (no execution time, no platform) or where its
 * workload has no known task size. Lambda is charged by the memory limit its log line records, else
 * by the one the author's logs record for the workload.
 *
 * ECS by `busy-time` is the author's formula. By `task-hours` the task's hour (and, if asked, a
 * balancer's) is shared out over the requests it can serve at the given utilisation: busy time /
 * utilisation, one request at a time.
 */
export function requestCostUsd(
  requests: Requests,
  model: CostModel,
  prices: PriceTable,
): Float64Array {
  const { rowCount, platform, workload, workloadNames, executionTimeMs, memoryLimitMb } = requests;
  const taskUsdPerMs = workloadNames.map((name) => {
    const task = ECS_TASK_SIZES[name as Workload];
    if (!task) return NaN;
    if (model.kind === "busy-time") return ecsBusyCostUsd(1, task, prices);
    const hourUsd =
      taskUsdPerHour(task, prices) + (model.loadBalancer ? prices.loadBalancerUsdPerHour : 0);
    return hourUsd / 3_600_000 / model.utilisation;
  });
  const usualMemoryMb = workloadNames.map(
    (name) => LAMBDA_MEMORY_RECORDED_MB[name as Workload] ?? NaN,
  );
  const cost = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const timeMs = executionTimeMs[row];
    if (platform[row] === LAMBDA) {
      const recorded = memoryLimitMb[row];
      cost[row] = lambdaCostUsd(
        timeMs,
        Number.isNaN(recorded) ? usualMemoryMb[workload[row]] : recorded,
        prices,
      );
    } else {
      cost[row] = platform[row] === ECS ? taskUsdPerMs[workload[row]] * timeMs : NaN;
    }
  }
  return cost;
}
