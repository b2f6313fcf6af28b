import type { CampaignPlan } from "../campaign/index.js";
import type { Random } from "../statistics/index.js";
import type { DesignFactor } from "./factors.js";

/** One choice of every factor: indices of levels, in the order of the factors. */
export type Candidate = readonly number[];

/** The plan of a candidate: the base plan with every factor set. */
export function planOfCandidate(
  base: CampaignPlan,
  factors: readonly DesignFactor[],
  candidate: Candidate,
): CampaignPlan {
  return factors.reduce((plan, factor, f) => factor.apply(plan, factor.levels[candidate[f]]), base);
}

/** The candidate nearest to a plan: of each factor the level nearest to the plan's value. */
export function candidateOfPlan(plan: CampaignPlan, factors: readonly DesignFactor[]): Candidate {
  return factors.map(({ levels, read }) => {
    const value = read(plan);
    const distances = levels.map((level) => Math.abs(Math.log((level + 1) / (value + 1))));
    const least = Math.min(...distances);
    return Number.isNaN(least) ? 0 : distances.indexOf(least);
  });
}

/** Every factor at a level of its own, at random. */
export function drawCandidate(factors: readonly DesignFactor[], random: Random): Candidate {
  return factors.map(({ levels }) => random.integer(levels.length));
}

/** A candidate near another: one to three factors a level up or down. */
export function mutateCandidate(
  candidate: Candidate,
  factors: readonly DesignFactor[],
  random: Random,
): Candidate {
  const changed = [...candidate];
  const changes = 1 + random.integer(3);
  for (let change = 0; change < changes; change++) {
    const f = random.integer(factors.length);
    const step = random.integer(2) === 0 ? -1 : 1;
    changed[f] = Math.min(factors[f].levels.length - 1, Math.max(0, changed[f] + step));
  }
  return changed;
}

/**
 * Factors whose level is the last or the first of their list: what lies beyond was not looked at.
 */
export function boundaryFactors(
  candidate: Candidate,
  factors: readonly DesignFactor[],
): { factor: string; level: string; end: "smallest" | "largest" }[] {
  return factors.flatMap(({ name, levels, words }, f) => {
    const at = candidate[f];
    if (at > 0 && at < levels.length - 1) return [];
    return [{ factor: name, level: words(levels[at]), end: at === 0 ? "smallest" : "largest" }];
  });
}
