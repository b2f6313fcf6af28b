import {
  AUTHOR_PRICES,
  DEFAULT_LAMBDA,
  ECS,
  ECS_TASK_SIZES,
  LAMBDA,
  LAMBDA_MEMORY_RECORDED_MB,
  ecsBusyCostUsd,
  lambdaCostUsd,
  taskUsdPerHour,
  type PriceTable,
  type TaskSize,
} from "../campaign/index.js";
import { servedMs, type Requests } from "../requests/index.js";
import { codeRows } from "../statistics/index.js";
import type { CostModel } from "./labels.js";

/** What the platforms charge for, and how much: no log tells it. */
export interface PlatformTerms {
  prices: PriceTable;
  /** Size of the ECS task of each workload; one without it has no cost on ECS. */
  taskSizes: Readonly<Record<string, TaskSize>>;
  /** Memory of each workload's function in MB, where a log line does not record it. */
  lambdaMemoryMb: Readonly<Record<string, number>>;
}

/** What costs depend on beside the log. */
export interface CostTerms extends PlatformTerms {
  cost: CostModel;
}

/**
 * The thesis's figures: its prices, tasks and functions. Nothing takes them unless it is told to.
 */
export const THESIS_TERMS: PlatformTerms = {
  prices: AUTHOR_PRICES,
  taskSizes: ECS_TASK_SIZES,
  lambdaMemoryMb: LAMBDA_MEMORY_RECORDED_MB,
};

/** The thesis's own formula on its figures: together they reproduce its labels. */
export const THESIS_COST: CostTerms = { ...THESIS_TERMS, cost: { kind: "busy-time" } };

/** Task-hours are shared over the requests of so many minutes. */
const SHARED_MINUTES = 5;

/**
 * What a cold start is charged where the log tells neither the billed time nor the initialisation,
 * ms: the median of the simulator's initialisation (90.8 ms, its source stands there).
 */
const ASSUMED_INITIALISATION_MS = Math.exp(DEFAULT_LAMBDA.initialisation.lnMean);

/**
 * USD of each request by a cost model; NaN where it never ran (no execution time, no platform) or
 * where its workload has no known task size. Lambda is charged by the memory limit its log line
 * records, else by the one the terms give for the workload. An answered request that only its
 * client saw is charged for its response time, which is more than it can have run (`servedMs`).
 */
export function requestCostUsd(
  requests: Requests,
  { cost: model, prices, taskSizes, lambdaMemoryMb }: CostTerms,
): Float64Array {
  const { rowCount, platform, workload, workloadNames, memoryLimitMb } = requests;
  const runMs = servedMs(requests);
  const usualMemoryMb = workloadNames.map((name) => lambdaMemoryMb[name] ?? NaN);
  const billedMs =
    model.kind === "busy-time" ? () => NaN : (row: number) => billedOf(requests, row, runMs[row]);
  const ecsUsd =
    model.kind === "shared-task-hours"
      ? sharedTaskUsd(requests, model, prices, taskSizes)
      : busyTaskUsd(requests, runMs, usdPerTaskMs(requests, model, prices, taskSizes));
  const cost = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (platform[row] === ECS) cost[row] = ecsUsd[row];
    else if (platform[row] !== LAMBDA) cost[row] = NaN;
    else {
      const recorded = memoryLimitMb[row];
      const memoryMb = Number.isNaN(recorded) ? usualMemoryMb[workload[row]] : recorded;
      const ms = model.kind === "busy-time" ? runMs[row] : billedMs(row);
      cost[row] = lambdaCostUsd(ms, memoryMb, prices);
    }
  }
  return cost;
}

/**
 * What AWS bills a Lambda request for, ms: as the log says; else its execution, a cold start's
 * initialisation included (since August 2025), rounded up to the millisecond.
 */
export function lambdaBilledMs(requests: Requests, row: number): number {
  return billedOf(requests, row, requests.executionTimeMs[row]);
}

function billedOf(
  { billedDurationMs, initDurationMs, coldStart }: Requests,
  row: number,
  runMs: number,
): number {
  if (!Number.isNaN(billedDurationMs[row])) return billedDurationMs[row];
  const assumed = coldStart[row] === 1 ? ASSUMED_INITIALISATION_MS : 0;
  const init = Number.isNaN(initDurationMs[row]) ? assumed : initDurationMs[row];
  return Math.ceil(init + runMs);
}

/** ECS by the time a request kept a task busy. */
function busyTaskUsd(
  { workload }: Requests,
  runMs: Float64Array,
  usdPerMs: readonly number[],
): Float64Array {
  return runMs.map((ms, row) => usdPerMs[workload[row]] * ms);
}

/** What a busy ms of each workload's task costs, or that at a utilisation. */
function usdPerTaskMs(
  { workloadNames }: Requests,
  model: Exclude<CostModel, { kind: "shared-task-hours" }>,
  prices: PriceTable,
  taskSizes: Readonly<Record<string, TaskSize>>,
): number[] {
  return workloadNames.map((name) => {
    const task = taskSizes[name];
    if (!task) return NaN;
    if (model.kind === "busy-time") return ecsBusyCostUsd(1, task, prices);
    const hourUsd =
      taskUsdPerHour(task, prices) + (model.loadBalancer ? prices.loadBalancerUsdPerHour : 0);
    return hourUsd / 3_600_000 / model.utilisation;
  });
}

/**
 * ECS by what ran: the tasks of a workload's service are on through each five minutes in which it
 * was sent anything, and its requests of these minutes, answered or not, share what that costs. The
 * balancer, one for all services, is shared by all requests of the five minutes.
 */
function sharedTaskUsd(
  requests: Requests,
  model: Extract<CostModel, { kind: "shared-task-hours" }>,
  prices: PriceTable,
  taskSizes: Readonly<Record<string, TaskSize>>,
): Float64Array {
  const { rowCount, platform, workload, workloadNames, timestampMs, runningTasks } = requests;
  const block = timestampMs.map((ms) => Math.floor(ms / (SHARED_MINUTES * 60_000)));
  const services = codeRows([block, workload], rowCount);
  const blocks = codeRows([block], rowCount);
  const servedInBlock = new Float64Array(blocks.codeCount);
  const served = new Float64Array(services.codeCount);
  const taskSum = new Float64Array(services.codeCount);
  for (let row = 0; row < rowCount; row++) {
    if (platform[row] !== ECS) continue;
    const service = services.codeOfRow[row];
    servedInBlock[blocks.codeOfRow[row]]++;
    served[service]++;
    taskSum[service] += Number.isNaN(runningTasks[row]) ? model.tasks : runningTasks[row];
  }
  const hours = SHARED_MINUTES / 60;
  const taskUsd = workloadNames.map((name) =>
    taskSizes[name] ? hours * taskUsdPerHour(taskSizes[name], prices) : NaN,
  );
  const balancerUsd = model.loadBalancer ? hours * prices.loadBalancerUsdPerHour : 0;
  const cost = new Float64Array(rowCount).fill(NaN);
  for (let row = 0; row < rowCount; row++) {
    if (platform[row] !== ECS) continue;
    const service = services.codeOfRow[row];
    const tasks = taskSum[service] / served[service];
    cost[row] =
      (tasks * taskUsd[workload[row]]) / served[service] +
      balancerUsd / servedInBlock[blocks.codeOfRow[row]];
  }
  return cost;
}
