import { availableParallelism } from "node:os";
import { planDesign, type Bill, type CampaignPlan, type GateResult } from "../campaign/index.js";
import { wilsonInterval, type Interval } from "../statistics/index.js";
import { expectedGate, isMet, spread, type ExpectedGate, type Spread } from "./expected-gate.js";
import type { GateOptions, SimulatedGates } from "./simulate-gates.js";
import type { SimulationJob } from "./simulation-worker.js";
import { WorkerPool } from "./worker-pool.js";

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
  /**
   * Accuracy of the best model and of lookups of what is planned, on held-out rows; null where no
   * simulation was trained on.
   */
  trained: Record<"accuracy" | "oneColumn" | "twoColumns" | "staticColumns", Spread> | null;
  /** Share of the simulations in which every gate is met, with its Wilson interval. */
  allGates: Interval;
  /** In how many simulations each input had the largest importance. */
  topInput: Record<string, number>;
  requests: Spread;
  answered: Spread;
  bill: Bill;
}

/**
 * What a plan will yield: simulates it several times, each with a seed of its own, trains on each
 * simulation and judges every gate.
 */
export async function preflight(plan: CampaignPlan, options: PreflightOptions): Promise<Preflight> {
  const { runs = 20, onProgress } = options;
  const seeds = Array.from({ length: runs }, (_, i) => runSeed(options, i));
  const seen = await simulateAll(
    seeds.map((seed) => ({ plan, seed, options: judgedBy(options) })),
    onProgress,
  );
  const accuracies = seen.flatMap(({ trained: one }) =>
    one ? [{ accuracy: one.accuracy, ...one.lookups }] : [],
  );
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
    trained: accuracies.length > 0 ? spreadOfAll(accuracies) : null,
    allGates: wilsonInterval(seen.filter(({ gates }) => allMet(gates)).length, runs),
    topInput,
    requests: spread(seen.map(({ requests }) => requests)),
    answered: spread(seen.map(({ answered }) => answered)),
    bill: planDesign(plan).bill,
  };
}

/** Simulates and judges side by side, on as many workers as there are processors. */
export async function simulateAll(
  jobs: readonly SimulationJob[],
  onProgress?: (shareDone: number) => void,
): Promise<SimulatedGates[]> {
  const pool = new WorkerPool<SimulationJob, SimulatedGates>(
    new URL("./simulation-worker.js", import.meta.url),
    Math.min(jobs.length, availableParallelism()),
  );
  let done = 0;
  try {
    return await Promise.all(
      jobs.map(async (job) => {
        const outcome = await pool.run(job);
        onProgress?.(++done / jobs.length);
        return outcome;
      }),
    );
  } finally {
    await pool.close();
  }
}

/** Met, or nearly so: a warning is between what is wanted and what must be. */
export function allMet(gates: readonly GateResult[]): boolean {
  return gates.every(isMet);
}

/** How each simulation is judged, as far as it is said; a worker's message carries no functions. */
export function judgedBy({
  seed: _,
  runs: __,
  onProgress: ___,
  ...judged
}: PreflightOptions): GateOptions {
  return Object.fromEntries(Object.entries(judged).filter(([, value]) => value !== undefined));
}

function spreadOfAll<Name extends string>(
  seen: readonly Record<Name, number>[],
): Record<Name, Spread> {
  const names = Object.keys(seen[0]) as Name[];
  return Object.fromEntries(
    names.map((name) => [name, spread(seen.map((one) => one[name]))]),
  ) as Record<Name, Spread>;
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
