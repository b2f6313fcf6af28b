import { auditRequests, runAudit } from "../audit/index.js";
import { judgeGate, planDesign, type Bill, type CampaignPlan, type GateResult, type GateStage, type Verdict } from "../campaign/index.js";
import type { FeatureSet } from "../features/index.js";
import { countLabelsByWorkload, type LabelOptions, type LabelScheme } from "../labels/index.js";
import { simulate } from "../platforms/index.js";
import { quantileSorted } from "../statistics/index.js";

/** The gates that stand before training. Each is measured by the audit's check of the same name. */
const GATES_BEFORE_TRAINING = [
  "payload-sizes", "time-windows", "load-patterns", "cold-starts", "cold-starts-differ", "label-share", "label-spread", "ceiling", "headroom",
] as const;

export interface PreflightOptions {
  seed: number;
  /** How often the plan is simulated: 20 unless said. */
  runs?: number;
  /** The labels that are looked at: the author's `request-vs-median` unless said. */
  labels?: Partial<LabelOptions> & { scheme: LabelScheme };
  /** What a model may know: the author's 15 features unless said. */
  features?: readonly FeatureSet[];
  onProgress?: (shareDone: number) => void;
}

/** A number over the simulations: its mean, and the range that holds 95 % of them (type 7 quantiles). */
export interface Spread {
  mean: number;
  low: number;
  high: number;
}

/** A gate over the simulations. */
export interface ExpectedGate {
  id: string;
  stage: GateStage;
  target: string;
  unit: GateResult["unit"];
  cannotBeFooled: boolean;
  /**
   * Null where no simulation gives a value. Of `label-share`, the share of the rarer label: the most one-sided workload
   * may lean to Lambda in one simulation and to ECS in the next, and the mean of 1 % and 99 % would look balanced.
   */
  value: Spread | null;
  /** Share of the simulations in which it is met. */
  passShare: number;
  /** Met in all simulations, in none, or in some ("warn"); "not applicable" where it never has a value. */
  verdict: Verdict;
}

export interface Preflight {
  /** Everything here is simulated. */
  simulated: true;
  plan: string;
  runs: number;
  gates: ExpectedGate[];
  /** Share of Lambda labels in each workload. */
  lambdaShare: Record<string, Spread>;
  requests: Spread;
  answered: Spread;
  bill: Bill;
}

/** What a plan will yield: simulates it several times, each with a seed of its own, and judges every gate that stands before training. */
export function preflight(plan: CampaignPlan, options: PreflightOptions): Preflight {
  const { runs = 20, onProgress } = options;
  const seen = Array.from({ length: runs }, (_, i) => {
    const outcome = simulateGates(plan, runSeed(options, i), options);
    onProgress?.((i + 1) / runs);
    return outcome;
  });
  const workloads = [...new Set(seen.flatMap(({ lambdaShare }) => Object.keys(lambdaShare)))];
  return {
    simulated: true,
    plan: plan.name,
    runs,
    gates: seen[0].gates.map((_, g) => expectedGate(seen.map(({ gates }) => gates[g]))),
    lambdaShare: Object.fromEntries(workloads.map((name) => [name, spread(seen.map(({ lambdaShare }) => lambdaShare[name]).filter((share) => share !== undefined))])),
    requests: spread(seen.map(({ requests }) => requests)),
    answered: spread(seen.map(({ answered }) => answered)),
    bill: planDesign(plan).bill,
  };
}

/** Seed of one of a pre-flight's simulations. */
export function runSeed({ seed }: Pick<PreflightOptions, "seed">, run: number): string {
  return `${seed}/${run}`;
}

/** One simulation's gates before training, and what they rest on. */
export interface SimulatedGates {
  gates: GateResult[];
  lambdaShare: Record<string, number>;
  requests: number;
  answered: number;
}

export function simulateGates(plan: CampaignPlan, seed: string, { labels: labelling, features: featureSets }: Pick<PreflightOptions, "labels" | "features"> = {}): SimulatedGates {
  const { requests, totals } = simulate(plan, { seed });
  const input = auditRequests(requests, { labelling, featureSets }), { checks } = runAudit(input, { only: GATES_BEFORE_TRAINING });
  const counts = input.labels ? countLabelsByWorkload(requests, input.labels) : {};
  return {
    gates: GATES_BEFORE_TRAINING.map((id) => {
      const { value, evidence } = checks.find((check) => check.id === id)!;
      return judgeGate(id, value, evidence);
    }),
    lambdaShare: Object.fromEntries(Object.entries(counts).map(([workload, { rows, balanced_optimal }]) => [workload, balanced_optimal / rows])),
    requests: totals.requests,
    answered: totals.answered,
  };
}

/** One gate over several simulations of a plan. */
export function expectedGate(results: readonly GateResult[]): ExpectedGate {
  const { id, stage, target, unit, cannotBeFooled } = results[0];
  const values = results.map(({ value }) => value).filter((value) => value !== null).map((value) => (id === "label-share" ? Math.min(value, 1 - value) : value));
  const passShare = results.filter(({ verdict }) => verdict === "pass").length / results.length;
  const verdict: Verdict = values.length === 0 ? "not applicable" : passShare === 1 ? "pass" : passShare === 0 && results.every((r) => r.verdict !== "warn") ? "fail" : "warn";
  return { id, stage, target, unit, cannotBeFooled, value: values.length > 0 ? spread(values) : null, passShare, verdict };
}

function spread(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  return { mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length, low: quantileSorted(sorted, 0.025), high: quantileSorted(sorted, 0.975) };
}
