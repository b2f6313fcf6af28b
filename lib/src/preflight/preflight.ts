import { planDesign, type Bill, type CampaignPlan } from "../campaign/index.js";
import { expectedGate, spread, type ExpectedGate, type Spread } from "./expected-gate.js";
import { simulateGates, type GateOptions } from "./simulate-gates.js";

export interface PreflightOptions extends GateOptions {
  seed: number;
  /** How often the plan is simulated: 20 unless said. */
  runs?: number;
  onProgress?: (shareDone: number) => void;
}

export interface Preflight {
  /** Everything here is simulated. */
  simulated: true;
  plan: string;
  runs: number;
  gates: ExpectedGate[];
  /** Share of Lambda labels in each workload. */
  lambdaShare: Record<string, Spread>;
  /** Share of cold starts in each window. */
  coldShare: Record<string, Spread>;
  /** Accuracy of the best lookup of one feature; null where no simulation has labels. */
  floor: Spread | null;
  /** In how many simulations each input had the largest importance. */
  topInput: Record<string, number>;
  requests: Spread;
  answered: Spread;
  bill: Bill;
}

/**
 * What a plan will yield: simulates it several times, each with a seed of its own, and judges every
 * gate that stands before training.
 */
export function preflight(plan: CampaignPlan, options: PreflightOptions): Preflight {
  const { runs = 20, onProgress } = options;
  const seen = Array.from({ length: runs }, (_, i) => {
    const outcome = simulateGates(plan, runSeed(options, i), options);
    onProgress?.((i + 1) / runs);
    return outcome;
  });
  const floors = seen.flatMap(({ floor }) => (floor ? [floor.accuracy] : []));
  const topInput: Record<string, number> = {};
  for (const { topInput: input } of seen)
    if (input !== null) topInput[input] = (topInput[input] ?? 0) + 1;
  return {
    simulated: true,
    plan: plan.name,
    runs,
    gates: seen[0].gates.map((_, g) => expectedGate(seen.map(({ gates }) => gates[g]))),
    lambdaShare: spreads(seen.map(({ lambdaShare }) => lambdaShare)),
    coldShare: spreads(seen.map(({ coldShare }) => coldShare)),
    floor: floors.length > 0 ? spread(floors) : null,
    topInput,
    requests: spread(seen.map(({ requests }) => requests)),
    answered: spread(seen.map(({ answered }) => answered)),
    bill: planDesign(plan).bill,
  };
}

/** Seed of one of a pre-flight's simulations. */
export function runSeed({ seed }: Pick<PreflightOptions, "seed">, run: number): string {
  return `${seed}/${run}`;
}

/** The spread of each name's number over the simulations that have it. */
function spreads(seen: readonly Record<string, number>[]): Record<string, Spread> {
  const names = [...new Set(seen.flatMap((shares) => Object.keys(shares)))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      spread(seen.map((shares) => shares[name]).filter((share) => share !== undefined)),
    ]),
  );
}
