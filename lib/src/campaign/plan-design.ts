import { planBill, type Bill } from "./plan-bill.js";
import type { PriceTable } from "./prices.js";
import { bodyBytes, type CampaignPlan } from "./plan.js";
import { scheduleRuns } from "./plan-schedule.js";
import { PLATFORMS, THESIS_WINDOWS, timeWindowOfHour, type Platform } from "./vocabulary.js";

export type Factor = "workload" | "payload" | "window" | "pattern" | "platform";

/** How two factors of a design stand to each other. */
export interface FactorPair {
  factors: [Factor, Factor];
  /** Combinations that are planned, of all there are. */
  planned: number;
  possible: number;
  /**
   * "crossed": every level of one with every level of the other. "aliased": a level of one tells
   * the level of the other, so that their effects cannot be told apart. "partly crossed": neither.
   * "constant": one of them has one level only, and no effect of it can be seen.
   */
  relation: "crossed" | "partly crossed" | "aliased" | "constant";
}

/** Requests expected in one cell of the design. */
export interface PlannedCell {
  window: string;
  pattern: string;
  workload: string;
  payloadKb: number;
  platform: Platform;
  expectedRequests: number;
}

/** Something the plan asks for that cannot be, or will not do what it is for. */
export interface Impossibility {
  field: string;
  problem: string;
  remedy: string;
}

export interface PlanDesign {
  plan: string;
  levels: Record<Factor, (string | number)[]>;
  pairs: FactorPair[];
  cells: PlannedCell[];
  /** Every arrival is a pair: one request to each platform. */
  duet: boolean;
  /** Requests of all cells: in a duet, both halves of each pair. */
  expectedRequests: number;
  /** Mean arrivals a second of each run, and whether the client's uplink can carry its bodies. */
  runs: {
    window: string;
    pattern: string;
    startsAt: string;
    minutes: number;
    /** Arrivals: in a duet, pairs. */
    expectedRequests: number;
    uplinkLoad: number;
  }[];
  /** Time in which runs are on. */
  hours: number;
  days: number;
  bill: Bill;
  impossible: Impossibility[];
}

/**
 * What a plan will yield, before anything is sent: which factors are crossed, requests per cell,
 * duration, bill, and what cannot be.
 */
export function planDesign(plan: CampaignPlan, prices?: PriceTable): PlanDesign {
  const cells = plannedCells(plan);
  const scheduled = scheduleRuns(plan);
  const lambdaRequests = plan.workloads.map(({ workload }) =>
    sumRequests(
      cells.filter(
        (cell) =>
          cell.workload === workload &&
          cell.platform === "lambda" &&
          fitsLambda(plan, cell.payloadKb),
      ),
    ),
  );
  const unique = <T>(values: T[]): T[] => [...new Set(values)];
  const runs = scheduled
    .filter(({ day }) => day === 0)
    .map((run) => ({
      window: run.run.window ?? "not logged",
      pattern: run.run.pattern,
      startsAt: run.run.startsAt,
      minutes: run.durationMs / 60_000,
      expectedRequests: run.expectedRequests,
      uplinkLoad: uplinkLoad(plan, run.expectedRequests / run.durationMs),
    }));
  return {
    plan: plan.name,
    levels: {
      workload: unique(cells.map((cell) => cell.workload)),
      payload: unique(cells.map((cell) => cell.payloadKb)).sort((a, b) => a - b),
      window: unique(cells.map((cell) => cell.window)),
      pattern: unique(cells.map((cell) => cell.pattern)),
      platform: unique(cells.map((cell) => cell.platform)),
    },
    pairs: factorPairs(cells),
    cells,
    duet: plan.duet ?? false,
    expectedRequests: sumRequests(cells),
    runs,
    hours: scheduled.reduce((sum, run) => sum + run.durationMs, 0) / 3_600_000,
    days: plan.days,
    bill: planBill(plan, lambdaRequests, prices),
    impossible: impossibilities(plan, runs),
  };
}

function plannedCells(plan: CampaignPlan): PlannedCell[] {
  const requests = new Map<string, number>();
  for (const { run, expectedRequests } of scheduleRuns(plan)) {
    const shares = workloadShares(plan, run.exactRequests);
    plan.workloads.forEach(({ workload }, w) => {
      const key = JSON.stringify([run.window ?? "not logged", run.pattern, workload]);
      requests.set(key, (requests.get(key) ?? 0) + expectedRequests * shares[w]);
    });
  }
  return [...requests]
    .flatMap(([key, inWorkload]) => {
      const [window, pattern, name] = JSON.parse(key) as [string, string, string];
      const { payloadKb, weight } = plan.workloads.find(({ workload }) => workload === name)!;
      return payloadKb.flatMap((kb) =>
        PLATFORMS.filter((platform) => platformShare(plan, weight, platform) > 0).map(
          (platform) => ({
            window,
            pattern,
            workload: name,
            payloadKb: kb,
            platform,
            expectedRequests:
              (inWorkload / payloadKb.length) * platformShare(plan, weight, platform),
          }),
        ),
      );
    })
    .filter((cell) => cell.expectedRequests > 0);
}

/** Share of a workload's requests that a platform gets: all of them in a duet. */
function platformShare(
  { duet }: CampaignPlan,
  weight: CampaignPlan["workloads"][number]["weight"],
  platform: Platform,
): number {
  return duet ? 1 : weight[platform] / (weight.ecs + weight.lambda);
}

function workloadShares(
  plan: CampaignPlan,
  exact: Readonly<Record<string, number>> | undefined,
): number[] {
  const parts = plan.workloads.map(({ workload, weight }) =>
    exact ? (exact[workload] ?? 0) : weight.ecs + weight.lambda,
  );
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

const FACTOR_OF: Readonly<Record<Factor, keyof PlannedCell>> = {
  workload: "workload",
  payload: "payloadKb",
  window: "window",
  pattern: "pattern",
  platform: "platform",
};

function factorPairs(cells: readonly PlannedCell[]): FactorPair[] {
  const factors = Object.keys(FACTOR_OF) as Factor[];
  const pairs: FactorPair[] = [];
  factors.forEach((a, i) =>
    factors.slice(i + 1).forEach((b) => {
      const levels = (factor: Factor): number =>
        new Set(cells.map((cell) => cell[FACTOR_OF[factor]])).size;
      const planned = new Set(
        cells.map((cell) => JSON.stringify([cell[FACTOR_OF[a]], cell[FACTOR_OF[b]]])),
      ).size;
      const possible = levels(a) * levels(b);
      // As many combinations as levels of one factor: each of its levels comes with one level of
      // the other only.
      const aliased = planned < possible && (planned === levels(a) || planned === levels(b));
      const constant = levels(a) === 1 || levels(b) === 1;
      pairs.push({
        factors: [a, b],
        planned,
        possible,
        relation: constant
          ? "constant"
          : planned === possible
            ? "crossed"
            : aliased
              ? "aliased"
              : "partly crossed",
      });
    }),
  );
  return pairs;
}

function impossibilities(plan: CampaignPlan, runs: PlanDesign["runs"]): Impossibility[] {
  const found: Impossibility[] = [];
  const limitKb = Math.floor(plan.lambda.payloadLimitBytes / 1024);
  for (const { workload, payloadKb, weight } of plan.workloads) {
    for (const kb of payloadKb.filter(
      (size) => platformShare(plan, weight, "lambda") > 0 && !fitsLambda(plan, size),
    )) {
      found.push({
        field: `workloads.${workload}.payloadKb`,
        problem:
          `${kb} KiB is above Lambda's limit of ${limitKb} KiB: every such request is answered ` +
          "413",
        remedy: `send ${limitKb - 1} KiB at most, or hand larger bodies over through S3`,
      });
    }
  }
  for (const run of runs) {
    const name = `${run.window}, ${run.pattern}`;
    if (run.uplinkLoad > 1) {
      found.push({
        field: `runs (${name})`,
        problem:
          `the bodies need ${Math.round(run.uplinkLoad * 100)} % of the client's ` +
          `${plan.client.uplinkMbitPerSecond} Mbit/s: requests time out on the way`,
        remedy: "send less, smaller bodies, or from a machine with a faster link",
      });
    }
    const hour = Number(run.startsAt.slice(0, 2));
    // Which hours a window of another name has, a plan does not tell.
    const known = THESIS_WINDOWS.some((window) => window.name === run.window);
    if (known && timeWindowOfHour(hour) !== run.window) {
      found.push({
        field: `runs (${name})`,
        problem: `${run.startsAt} is in the window ${timeWindowOfHour(hour)}`,
        remedy: "start it at an hour of its window",
      });
    }
  }
  return found;
}

/** Share of the uplink that bodies need at a mean arrival rate. */
function uplinkLoad(plan: CampaignPlan, requestsPerMs: number): number {
  const parts = plan.workloads.map(({ weight }) => weight.ecs + weight.lambda);
  const total = parts.reduce((sum, part) => sum + part, 0);
  const meanKb = plan.workloads.reduce(
    (sum, { payloadKb }, w) =>
      sum + (parts[w] / total) * (payloadKb.reduce((s, kb) => s + kb, 0) / payloadKb.length),
    0,
  );
  const bodies = plan.duet ? 2 : 1;
  const bitsPerSecond = requestsPerMs * 1000 * bodies * meanKb * 1024 * 8;
  return bitsPerSecond / (plan.client.uplinkMbitPerSecond * 1e6);
}

function fitsLambda(plan: CampaignPlan, kb: number): boolean {
  return bodyBytes(kb) <= plan.lambda.payloadLimitBytes;
}

function sumRequests(cells: readonly PlannedCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.expectedRequests, 0);
}
