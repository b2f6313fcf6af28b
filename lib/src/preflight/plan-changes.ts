import {
  DEFAULT_CLIENT,
  shippedPlan,
  type Arrivals,
  type CampaignPlan,
  type WorkloadPlan,
} from "../campaign/index.js";
import { compareVerdicts, expectedVerdicts, type Flip } from "./expected-gate.js";
import { isValid } from "./gate-sensitivity.js";
import { judgedBy, runSeed, simulateAll, type PreflightOptions } from "./preflight.js";

/** One thing that whoever plans a campaign could do otherwise. */
interface DesignChange {
  name: string;
  change(plan: CampaignPlan): CampaignPlan;
}

const rates =
  (factor: number) =>
  (plan: CampaignPlan): CampaignPlan => ({
    ...plan,
    runs: plan.runs.map((run) => ({ ...run, rateFactor: (run.rateFactor ?? 1) * factor })),
  });

/** Plans with as many of these requests as before, on so many days. */
const days =
  (factor: number) =>
  (plan: CampaignPlan): CampaignPlan => ({
    ...plan,
    days: Math.max(1, Math.round(plan.days * factor)),
  });

const workloads =
  (change: (workload: WorkloadPlan) => Partial<WorkloadPlan>) =>
  (plan: CampaignPlan): CampaignPlan => ({
    ...plan,
    workloads: plan.workloads.map((workload) => ({ ...workload, ...change(workload) })),
  });

const memory = (factor: number) =>
  workloads(({ lambdaMemoryMb }) => ({
    lambdaMemoryMb: Math.min(10_240, Math.max(128, lambdaMemoryMb * factor)),
  }));

const arrivals =
  (process: Arrivals) =>
  (plan: CampaignPlan): CampaignPlan => ({
    ...plan,
    patterns: Object.fromEntries(
      Object.entries(plan.patterns).map(([name, pattern]) => [
        name,
        { ...pattern, arrivals: process },
      ]),
    ),
  });

/** What a shipped plan does with each workload, done here. */
const asIn =
  (name: string, field: "payloadKb" | "demand") =>
  (plan: CampaignPlan): CampaignPlan => {
    const other = new Map(
      shippedPlan(name).workloads.map((workload) => [workload.workload, workload[field]]),
    );
    return workloads(({ workload, [field]: own }) => ({ [field]: other.get(workload) ?? own }))(
      plan,
    );
  };

/**
 * The days, windows, patterns and rates of a shipped plan; exact counts go with the runs they
 * belong to.
 */
const scheduleOf =
  (name: string) =>
  (plan: CampaignPlan): CampaignPlan => {
    const { days: on, runs, patterns, layout } = shippedPlan(name);
    return { ...plan, days: on, runs, patterns, layout };
  };

/**
 * Changes of a plan's own factors, one at a time. The size of ECS tasks is not among them: the
 * author's cost formula, which the labels are made with, knows his task sizes only.
 */
const DESIGN_CHANGES: readonly DesignChange[] = [
  { name: "half the rate in all runs", change: rates(0.5) },
  { name: "twice the rate in all runs", change: rates(2) },
  {
    name: "every request sent to both platforms",
    change: (plan) => ({ ...plan, duet: true }),
  },
  { name: "half as many days", change: days(0.5) },
  { name: "twice as many days", change: days(2) },
  { name: "payload sizes of the duet", change: asIn("duet", "payloadKb") },
  { name: "payload sizes of the variance plan", change: asIn("variance", "payloadKb") },
  { name: "half the Lambda memory", change: memory(0.5) },
  { name: "twice the Lambda memory", change: memory(2) },
  { name: "Poisson arrivals in every pattern", change: arrivals("poisson") },
  { name: "spiky arrivals (cv 4) in every pattern", change: arrivals({ cv: 4 }) },
  { name: "windows, patterns and rates of the duet", change: scheduleOf("duet") },
  { name: "windows, patterns and rates of the variance plan", change: scheduleOf("variance") },
  { name: "handlers that work (the duet's)", change: asIn("duet", "demand") },
  { name: "handlers that sleep (variance plan)", change: asIn("variance", "demand") },
  {
    name: "twice the ECS tasks",
    change: (plan) => ({ ...plan, ecs: { ...plan.ecs, tasks: 2 * plan.ecs.tasks } }),
  },
  { name: "the thesis's client", change: (plan) => ({ ...plan, client: DEFAULT_CLIENT }) },
  // EC2 sends 5 Gbit/s at most in one flow; 2 ms is an estimate of a round trip within a region.
  {
    name: "a client within the region",
    change: (plan) => ({
      ...plan,
      client: { ...plan.client, roundTripMs: 2, uplinkMbitPerSecond: 5000 },
    }),
  },
];

/** What one change of a plan does to its gates. */
export interface PlanChange {
  change: string;
  flips: Flip[];
  /** Gates it newly meets, less those it newly misses. */
  gained: number;
}

/**
 * Changes one factor of a plan at a time, with the same seeds, and says which gates flip; the
 * changes that gain most come first, so that the first is the single change that helps most (none
 * does where its `gained` is not above 0). Verdicts are those of `options.runs` simulations
 * together, 2 unless said. Changes that make no valid plan, or none that differs, are left out.
 */
export async function planChanges(
  plan: CampaignPlan,
  options: PreflightOptions,
): Promise<PlanChange[]> {
  const { runs = 2, onProgress } = options;
  const seeds = Array.from({ length: runs }, (_, run) => runSeed(options, run));
  const changes = DESIGN_CHANGES.flatMap(({ name, change }) => {
    const changed = change(plan);
    const differs = JSON.stringify(changed) !== JSON.stringify(plan);
    return isValid(changed) && differs ? [{ name, changed }] : [];
  });
  const plans = [plan, ...changes.map(({ changed }) => changed)];
  const seen = await simulateAll(
    plans.flatMap((of) =>
      seeds.map((seed) => ({
        plan: of,
        seed,
        options: judgedBy(options),
      })),
    ),
    onProgress,
  );
  const verdicts = plans.map((_, p) =>
    expectedVerdicts(seen.slice(p * runs, (p + 1) * runs).map(({ gates }) => gates)),
  );
  return changes
    .map(({ name }, c) => ({ change: name, ...compareVerdicts(verdicts[0], verdicts[c + 1]) }))
    .sort((a, b) => b.gained - a.gained);
}

/** For each gate that a plan does not surely meet, the single changes after which it does. */
export function whatWouldMeet(
  verdicts: Iterable<readonly [gate: string, verdict: string]>,
  changes: readonly PlanChange[],
): { gate: string; changes: string[] }[] {
  const missed = [...verdicts].filter(([, verdict]) => verdict !== "pass").map(([gate]) => gate);
  return missed.map((gate) => ({
    gate,
    changes: changes
      .filter(({ flips }) => flips.some((flip) => flip.gate === gate && flip.to === "pass"))
      .map(({ change }) => change),
  }));
}
