import { ECS_TASK_SIZES, LAMBDA_MEMORY_RECORDED_MB, lambdaCostUsd, taskUsdPerHour, type PriceTable, type Workload } from "../campaign/index.js";

/** At which rate an ECS task that is paid by the hour becomes cheaper than paying Lambda by the request. */
export interface BreakEven {
  workload: string;
  /** Requests an hour at which both cost the same; below it Lambda is cheaper. */
  requestsPerHour: number;
  /** Requests an hour one task can serve at most, one at a time, back to back: above it a second task is needed. */
  capacityPerHour: number;
  /** False where a task is full before it is cheaper: Lambda is cheaper at every rate. */
  reachable: boolean;
  lambdaUsdPerRequest: number;
  taskUsdPerHour: number;
}

/**
 * The break-even rate of one task against Lambda for a workload: the task's hour (and, if asked, the balancer's) divided
 * by what one request costs on Lambda. Times are the medians of what each platform needs for a request, in ms.
 */
export function breakEven(workload: string, lambdaMs: number, ecsMs: number, prices: PriceTable, loadBalancer = true): BreakEven {
  const task = ECS_TASK_SIZES[workload as Workload], memoryMb = LAMBDA_MEMORY_RECORDED_MB[workload as Workload];
  if (!task || memoryMb === undefined) throw new RangeError(`the workload "${workload}" has no known task size; known are ${Object.keys(ECS_TASK_SIZES).join(", ")}`);
  const hourUsd = taskUsdPerHour(task, prices) + (loadBalancer ? prices.loadBalancerUsdPerHour : 0);
  const lambdaUsdPerRequest = lambdaCostUsd(lambdaMs, memoryMb, prices);
  const requestsPerHour = hourUsd / lambdaUsdPerRequest, capacityPerHour = 3_600_000 / ecsMs;
  return { workload, requestsPerHour, capacityPerHour, reachable: requestsPerHour <= capacityPerHour, lambdaUsdPerRequest, taskUsdPerHour: hourUsd };
}
