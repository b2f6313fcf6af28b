import {
  ECS,
  LAMBDA,
  lambdaCostUsd,
  taskUsdPerHour,
  type CampaignPlan,
  type PriceTable,
} from "../campaign/index.js";
import type { CostTerms } from "../labels/index.js";
import { plannedCampaign, simulateRuns, type SimulatedRun } from "../platforms/index.js";
import { timeBlocks, type Requests } from "../requests/index.js";
import {
  blockMean,
  createRandom,
  InputError,
  type Blocks,
  type Interval,
} from "../statistics/index.js";
import { exactEstimator } from "./estimate-exactly.js";
import type { Outcomes } from "./outcomes.js";
import { DEFAULT_SLO_LIMITS_MS, valuePolicies, type PolicyValue } from "./policy-value.js";

/** A way to route, told what a router is told: the platform of each planned request. */
export interface PlannedRouting {
  name: string;
  choose(planned: Requests): Uint8Array;
}

export interface ClosedLoopOptions {
  seed: number;
  /** Prices, and whether a load balancer is paid beside the tasks. */
  terms: CostTerms;
  sloLimitsMs?: readonly number[];
  /** Bootstrap repeats; 1,000 unless given. */
  repeats?: number;
}

/** What became of the requests where the routing sent them. All figures are a request's. */
export interface LoopValue {
  responseTimeMs: Interval;
  p95Ms: Interval;
  costUsd: Interval;
  failed: Interval;
  sloMisses: { limitMs: number; share: Interval }[];
  /** Of the answered requests that the routing sends to Lambda. */
  coldStarts: number;
  coldStartShare: number;
  /** Mean response time of the requests sent to each platform, ms; NaN where there are none. */
  ecsMs: number;
  lambdaMs: number;
  /** What ran, over the whole campaign: ECS's tasks (and balancer), and what Lambda billed. */
  ecsUsd: number;
  lambdaUsd: number;
}

/**
 * Where the gap in the response time comes from: parts that add up to it, ms a request over all
 * requests, with intervals over blocks of time.
 */
export interface LoopGapParts {
  /** One body a request on the client's link and not two. */
  link: Interval;
  /** Requests to Lambda that meet a cold start in one loop only. */
  coldStarts: Interval;
  /** Requests to Lambda that meet the same start in both: stragglers beside them, throttling. */
  otherLambda: Interval;
  /** Requests to ECS: the line before its tasks, and their share of the CPU. */
  ecs: Interval;
}

/** A routing inside the simulation, beside what a duet says of it. */
export interface ClosedLoop {
  simulated: true;
  plan: string;
  seed: number;
  routing: string;
  requests: number;
  lambdaShare: number;
  blocks: number;
  /** As the pairs of a duet say: each platform carried every request. */
  open: LoopValue;
  /** As it is when the routing decides: each request is on one platform only. */
  closed: LoopValue;
  /** Closed less open, a request. */
  gap: {
    responseTimeMs: Interval;
    costUsd: Interval;
    failed: Interval;
    sloMisses: { limitMs: number; share: Interval }[];
  };
  parts: LoopGapParts;
}

/**
 * Runs a routing inside the simulator and sets it beside the open loop: the same requests of the
 * same seed, with the same luck of their handlers, as a duet in which each platform carries all of
 * them. What the routing is told of a request does not depend on where earlier ones went, so it
 * sends each request to the same platform in both loops; the difference is interference, what
 * requests do to each other on a platform.
 *
 * Costs are by what ran, in both loops alike: a service's tasks are paid for every minute of the
 * runs, whatever is sent to them, and each request of a run carries the same share of that; Lambda
 * is paid as billed.
 */
export function closedLoop(
  plan: CampaignPlan,
  routing: PlannedRouting,
  options: ClosedLoopOptions,
): ClosedLoop {
  const { seed, terms, sloLimitsMs = DEFAULT_SLO_LIMITS_MS, repeats } = options;
  const duet: CampaignPlan = { ...plan, duet: true };
  const planned = plannedCampaign(duet, seed);
  if (planned.rowCount === 0) throw new InputError(`the plan ${plan.name} sends no request`);
  const choice = routing.choose(planned);
  const loop = (runs: Iterable<SimulatedRun>): Loop => collectLoop(duet, runs, choice, terms);
  const open = loop(simulateRuns(duet, { seed }));
  const oneBody = loop(simulateRuns(duet, { seed, oneBody: true }));
  let next = 0;
  const closed = loop(
    simulateRuns(duet, {
      seed,
      choose: (_, { sendMs }) => choice.slice(next, (next += sendMs.length)),
    }),
  );
  const blocks = timeBlocks(planned.timestampMs);
  const { values } = valuePolicies(
    exactEstimator([open, closed], blocks, sloLimitsMs),
    // The two loops take the places of the two platforms: every request in the one, in the other.
    [
      { name: "open", choice: new Uint8Array(planned.rowCount) },
      { name: "closed", choice: new Uint8Array(planned.rowCount).fill(1) },
    ],
    blocks,
    {
      reference: "open",
      random: createRandom(seed).fork("closed loop"),
      repeats,
      quantiles: [0.95],
      sloLimitsMs,
      usdPerMs: 0,
    },
  );
  const [{ saved, failedLess, sloMisses }] = values.slice(1);
  return {
    simulated: true,
    plan: plan.name,
    seed,
    routing: routing.name,
    requests: planned.rowCount,
    lambdaShare: choice.reduce((sum, side) => sum + side, 0) / planned.rowCount,
    blocks: blocks.blockCount,
    open: loopValue(values[0], open, choice),
    closed: loopValue(values[1], closed, choice),
    gap: {
      responseTimeMs: negative(saved.latencyMs),
      costUsd: negative(saved.costUsd),
      failed: negative(failedLess),
      sloMisses: sloMisses.map(({ limitMs, fewer }) => ({ limitMs, share: negative(fewer) })),
    },
    parts: gapParts(choice, { open, oneBody, closed }, blocks),
  };
}

/** What became of each request where the routing sent it. */
interface Loop extends Required<Outcomes> {
  /** 1 cold; 0 warm, or on ECS, or not answered. */
  cold: Uint8Array;
  ecsUsd: number;
  lambdaUsd: number;
}

function collectLoop(
  plan: CampaignPlan,
  runs: Iterable<SimulatedRun>,
  choice: Uint8Array,
  { prices, cost }: CostTerms,
): Loop {
  const loop: Loop = {
    latencyMs: new Float64Array(choice.length),
    costUsd: new Float64Array(choice.length),
    failed: new Uint8Array(choice.length),
    cold: new Uint8Array(choice.length),
    ecsUsd: 0,
    lambdaUsd: 0,
  };
  const balancer = cost.kind !== "busy-time" && cost.loadBalancer;
  let from = 0;
  for (const run of runs) {
    const ecsUsd = tasksUsd(plan, run, prices, balancer);
    loop.ecsUsd += ecsUsd;
    for (let i = 0; i < run.requestCount; i++) {
      const row = from + i;
      const { responseTimeMs, status, coldStart, billedDurationMs } = run.outcomes[choice[row]];
      const billedMs = billedDurationMs[i];
      const { lambdaMemoryMb } = plan.workloads[run.workload[i]];
      const lambdaUsd =
        choice[row] === LAMBDA && billedMs > 0
          ? lambdaCostUsd(billedMs, lambdaMemoryMb, prices)
          : 0;
      loop.lambdaUsd += lambdaUsd;
      loop.latencyMs[row] = responseTimeMs[i];
      loop.failed[row] = Number(status[i] !== 200);
      loop.cold[row] = Number(choice[row] === LAMBDA && coldStart[i] === 1);
      loop.costUsd[row] = lambdaUsd + ecsUsd / run.requestCount;
    }
    from += run.requestCount;
  }
  return loop;
}

/** USD for the tasks that ran during a run, and for the balancer before them. */
function tasksUsd(
  { workloads }: CampaignPlan,
  { taskHours, scheduled }: SimulatedRun,
  prices: PriceTable,
  balancer: boolean,
): number {
  const balancerHours = balancer ? scheduled.durationMs / 3_600_000 : 0;
  return workloads.reduce(
    (usd, { ecsTask }, w) => usd + taskHours[w] * taskUsdPerHour(ecsTask, prices),
    balancerHours * prices.loadBalancerUsdPerHour,
  );
}

function loopValue(value: PolicyValue, loop: Loop, choice: Uint8Array): LoopValue {
  let answered = 0;
  let coldStarts = 0;
  const rows = [0, 0];
  const ms = [0, 0];
  choice.forEach((side, row) => {
    rows[side]++;
    ms[side] += loop.latencyMs[row];
    if (side !== LAMBDA || loop.failed[row] === 1) return;
    answered++;
    coldStarts += loop.cold[row];
  });
  return {
    responseTimeMs: value.mean.latencyMs,
    p95Ms: value.quantiles[0].latencyMs,
    costUsd: value.mean.costUsd,
    failed: value.failed,
    sloMisses: value.sloMisses.map(({ limitMs, share }) => ({ limitMs, share })),
    coldStarts,
    coldStartShare: coldStarts / answered,
    ecsMs: ms[ECS] / rows[ECS],
    lambdaMs: ms[LAMBDA] / rows[LAMBDA],
    ecsUsd: loop.ecsUsd,
    lambdaUsd: loop.lambdaUsd,
  };
}

/**
 * The gap part by part: from the duet to a duet with one body a request on the link, and from there
 * to the closed loop, request by request.
 */
function gapParts(
  choice: Uint8Array,
  { open, oneBody, closed }: Readonly<Record<"open" | "oneBody" | "closed", Loop>>,
  blocks: Blocks,
): LoopGapParts {
  const byLoad = (counts: (row: number) => boolean): Interval =>
    blockMean(
      Float64Array.from(choice, (_, row) =>
        counts(row) ? closed.latencyMs[row] - oneBody.latencyMs[row] : 0,
      ),
      blocks,
    );
  const otherStart = (row: number): boolean => closed.cold[row] !== oneBody.cold[row];
  return {
    link: blockMean(
      oneBody.latencyMs.map((ms, row) => ms - open.latencyMs[row]),
      blocks,
    ),
    coldStarts: byLoad((row) => choice[row] === LAMBDA && otherStart(row)),
    otherLambda: byLoad((row) => choice[row] === LAMBDA && !otherStart(row)),
    ecs: byLoad((row) => choice[row] === ECS),
  };
}

function negative({ estimate, low, high, level }: Interval): Interval {
  // Adding 0 makes -0 the 0 it is.
  return { estimate: -estimate + 0, low: -high + 0, high: -low + 0, level };
}
