import type { CampaignPlan } from "../campaign/index.js";
import { planDesign } from "../campaign/index.js";
import { preflight, type ExpectedGate, type Preflight } from "../preflight/index.js";
import type { Interval } from "../statistics/index.js";

/** A plan judged with every gate, over several simulations with seeds of their own. */
export interface JudgedPlan {
  plan: CampaignPlan;
  costUsd: number;
  hours: number;
  days: number;
  runs: number;
  /** Share of the simulations in which every gate is met, with its Wilson interval. */
  allGates: Interval;
  gates: ExpectedGate[];
  trained: Preflight["trained"];
}

/** Simulates a plan `runs` times and judges every gate, those of a trained model included. */
export async function judgePlan(
  plan: CampaignPlan,
  { seed, runs, onProgress }: { seed: number; runs: number; onProgress?: (share: number) => void },
): Promise<JudgedPlan> {
  const { gates, allGates, trained } = await preflight(plan, {
    seed,
    runs,
    ...(onProgress && { onProgress }),
  });
  const { bill, hours } = planDesign(plan);
  return { plan, costUsd: bill.totalUsd, hours, days: plan.days, runs, allGates, gates, trained };
}

/** A plan whose gates hold less often than this is shown with twice its days, too. */
const SURE = 0.95;

/**
 * How sure a plan is with fewer days: the smallest campaign whose gates hold as often as asked. One
 * day and half the days beside the plan as it was judged; of a plan that is not sure also twice as
 * many, whatever the limits it was searched within: would more of the same help?
 */
export async function powerCurve(
  judged: JudgedPlan,
  options: { seed: number; runs: number; onProgress?: (share: number) => void },
): Promise<JudgedPlan[]> {
  const { plan, allGates } = judged;
  const more = allGates.estimate < SURE ? [2 * plan.days] : [];
  const days = [...new Set([1, Math.ceil(plan.days / 2), ...more])].filter(
    (count) => count !== plan.days,
  );
  const curve = [judged];
  for (const [i, count] of days.entries())
    curve.push(
      await judgePlan(
        { ...plan, days: count },
        { ...options, onProgress: (share) => options.onProgress?.((i + share) / days.length) },
      ),
    );
  return curve.sort((a, b) => a.days - b.days);
}

/** The plans that none of the others beats in certainty, money and hours at once. */
export function paretoFront(judged: readonly JudgedPlan[]): JudgedPlan[] {
  const beats = (one: JudgedPlan, other: JudgedPlan): boolean =>
    one.allGates.estimate >= other.allGates.estimate &&
    one.costUsd <= other.costUsd &&
    one.hours <= other.hours &&
    (one.allGates.estimate > other.allGates.estimate ||
      one.costUsd < other.costUsd ||
      one.hours < other.hours);
  return judged.filter((plan) => !judged.some((other) => beats(other, plan)));
}

/** How many independent runs the effect of each planned factor rests on. */
export interface Replication {
  factor: string;
  levels: number;
  /** Independent load tests a level, at the least: their requests share one fate. */
  runsPerLevel: number;
}

/**
 * Window, pattern and day are not drawn anew for each request: what is said of them rests on load
 * tests, not on requests. Workload and size are drawn for every request.
 */
export function replication({ runs, days }: CampaignPlan): Replication[] {
  const count = (values: readonly string[]): { levels: number; least: number } => {
    const tally = new Map<string, number>();
    for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
    return { levels: tally.size, least: Math.min(...tally.values()) };
  };
  const windows = count(runs.map(({ window }) => window ?? "not logged"));
  const patterns = count(runs.map(({ pattern }) => pattern));
  return [
    { factor: "time window", levels: windows.levels, runsPerLevel: windows.least * days },
    { factor: "load pattern", levels: patterns.levels, runsPerLevel: patterns.least * days },
    { factor: "day", levels: days, runsPerLevel: runs.length },
  ];
}
