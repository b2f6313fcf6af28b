import {
  checkPlan,
  ECS_TASK_SIZES,
  LAMBDA,
  LAMBDA_MEMORY_RECORDED_MB,
  shippedPlan,
  type CampaignPlan,
  type RunPlan,
  type TaskSize,
  type WorkloadPlan,
} from "../campaign/index.js";
import {
  answered,
  groupIntoCells,
  MISSING,
  patternNames,
  windowNames,
  type Requests,
} from "../requests/index.js";
import { InputError, median, quantile } from "../statistics/index.js";

/** How workloads are deployed, by name. */
interface Deployments {
  taskSizes: Readonly<Record<string, TaskSize>>;
  lambdaMemoryMb: Readonly<Record<string, number>>;
}

const THESIS_DEPLOYMENTS: Deployments = {
  taskSizes: ECS_TASK_SIZES,
  lambdaMemoryMb: LAMBDA_MEMORY_RECORDED_MB,
};

/** Rates are followed in steps of so many minutes. */
const STEP_MINUTES = 2;

/**
 * A plan that would make logs like these, with what the logs can tell put in: workloads, payload
 * sizes, memory, handlers' waits (the 1 % and 99 % quantiles of warm Lambda times), and runs with
 * their times of day and rates. What they cannot tell (link, round trip, keep-alive, places in a
 * task, buffers) keeps the defaults; `compareWithLogs` shows how well all of it fits, and where it
 * does not.
 *
 * Requests that timed out may be missing from logs. Rates are therefore taken from the workload
 * with the smallest bodies, which loses the fewest, and all scenarios are given equal weights.
 *
 * Memory that no line records and the ECS tasks, which none does, are those of `deployed`.
 *
 * Throws when a workload lacks warm Lambda requests, when window or pattern are not logged, or when
 * runs overlap.
 */
export function fitPlanToLogs(
  requests: Requests,
  deployed: Deployments = THESIS_DEPLOYMENTS,
  name = "fitted",
): CampaignPlan {
  const rows = answered(requests);
  if (rows.length === 0)
    throw new InputError("logs without answered requests tell nothing to fit a plan to");
  const workloads = fitWorkloads(requests, rows, deployed);
  const smallest = requests.workloadNames.indexOf(
    [...workloads].sort((a, b) => Math.min(...a.payloadKb) - Math.min(...b.payloadKb))[0].workload,
  );
  const { runs, startDate } = fitRuns(requests, rows, smallest, workloads.length);
  const like = shippedPlan("variance");
  return checkPlan(
    {
      ...like,
      name,
      title: `Fitted to ${requests.provenance.name}`,
      startDate,
      workloads,
      runs,
      patterns: {
        ...like.patterns,
        ...Object.fromEntries(
          runs
            .filter(({ pattern }) => !Object.hasOwn(like.patterns, pattern))
            .map(({ pattern, phases = [] }) => [pattern, { arrivals: "poisson", phases }]),
        ),
      },
    },
    "the fitted plan",
  );
}

function fitWorkloads(
  requests: Requests,
  rows: Uint32Array,
  deployed: Deployments,
): WorkloadPlan[] {
  const base = shippedPlan("variance").workloads;
  return requests.workloadNames.flatMap((workload, code): WorkloadPlan[] => {
    const mine = rows.filter((row) => requests.workload[row] === code);
    if (mine.length === 0) return [];
    const warm = mine.filter(
      (row) =>
        requests.platform[row] === LAMBDA &&
        requests.coldStart[row] === 0 &&
        !Number.isNaN(requests.executionTimeMs[row]),
    );
    if (warm.length === 0)
      throw new InputError(
        `the logs hold no warm Lambda request of ${workload}: nothing tells how long its handler ` +
          "takes",
      );
    const sizes = new Set(Float64Array.from(mine, (row) => requests.payloadKb[row]));
    sizes.delete(NaN);
    if (sizes.size === 0)
      throw new InputError(`the logs hold no size of ${workload}: nothing tells what to send`);
    const execution = Float64Array.from(warm, (row) => requests.executionTimeMs[row]);
    const memory = Float64Array.from(warm, (row) => requests.memoryLimitMb[row]);
    // What the logs do not tell of a handler (its noise, its stragglers) is that of any other.
    const planned = base.find((one) => one.workload === workload) ?? base[0];
    return [
      {
        ...planned,
        workload,
        payloadKb: [...sizes].sort((a, b) => a - b),
        demand: {
          ...planned.demand,
          waitMs: [Math.round(quantile(execution, 0.01)), Math.round(quantile(execution, 0.99))],
        },
        lambdaMemoryMb: Number.isNaN(memory[0])
          ? stated(deployed.lambdaMemoryMb, workload, "lambdaMemoryMb")
          : median(memory),
        ecsTask: stated(deployed.taskSizes, workload, "ecsTask"),
      },
    ];
  });
}

function stated<T>(of: Readonly<Record<string, T>>, workload: string, field: string): T {
  if (Object.hasOwn(of, workload)) return of[workload];
  throw new InputError(
    `the logs do not tell the ${field} of ${workload}: state workloads.${workload}.${field} in ` +
      "the study file (--config, or --set)",
  );
}

/** A run for each window and pattern, at its rate in steps. */
function fitRuns(
  requests: Requests,
  rows: Uint32Array,
  smallest: number,
  workloads: number,
): Pick<CampaignPlan, "runs" | "startDate"> {
  const cells = groupIntoCells(requests, ["window", "pattern"]);
  const byRun = new Map<number, number[]>();
  for (const row of rows) {
    if (requests.timeWindow[row] === MISSING || requests.loadPattern[row] === MISSING)
      throw new InputError(
        "the logs do not say window and pattern; only campaigns that log both can be fitted",
      );
    const run = byRun.get(cells.codeOfRow[row]);
    if (run) run.push(row);
    else byRun.set(cells.codeOfRow[row], [row]);
  }
  const runs: RunPlan[] = [];
  let earliestMs = Infinity;
  for (const run of byRun.values()) {
    const times = Float64Array.from(
      run.filter((row) => requests.workload[row] === smallest),
      (row) => requests.timestampMs[row],
    ).sort();
    if (times.length === 0) continue;
    earliestMs = Math.min(earliestMs, times[0]);
    runs.push({
      window: windowNames(requests)[requests.timeWindow[run[0]]],
      pattern: patternNames(requests)[requests.loadPattern[run[0]]],
      startsAt: new Date(times[0]).toISOString().slice(11, 16),
      phases: stepRates(times).map((perSecond) => ({
        minutes: STEP_MINUTES,
        requestsPerSecond: perSecond * workloads,
      })),
    });
  }
  return { runs, startDate: new Date(earliestMs).toISOString().slice(0, 10) };
}

/** Requests a second in each step from the first time to the last. */
function stepRates(times: Float64Array): number[] {
  const stepMs = STEP_MINUTES * 60_000;
  const steps = Math.max(1, Math.round((times[times.length - 1] - times[0]) / stepMs));
  const counts = new Array<number>(steps).fill(0);
  for (const ms of times) counts[Math.min(steps - 1, Math.floor((ms - times[0]) / stepMs))]++;
  return counts.map((count) => count / (stepMs / 1000));
}
