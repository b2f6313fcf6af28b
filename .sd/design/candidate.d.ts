import type { CampaignPlan } from "../campaign/index.js";
import type { Random } from "../statistics/index.js";
import type { DesignFactor } from "./factors.js";
/** One choice of every factor: indices of levels, in the order of the factors. */
export type Candidate = readonly number[];
/** The plan of a candidate: the base plan with every factor set. */
export declare function planOfCandidate(base: CampaignPlan, factors: readonly DesignFactor[], candidate: Candidate): CampaignPlan;
/** The candidate nearest to a plan: of each factor the level nearest to the plan's value. */
export declare function candidateOfPlan(plan: CampaignPlan, factors: readonly DesignFactor[]): Candidate;
/** Every factor at a level of its own, at random. */
export declare function drawCandidate(factors: readonly DesignFactor[], random: Random): Candidate;
/** A candidate near another: one to three factors a level up or down. */
export declare function mutateCandidate(candidate: Candidate, factors: readonly DesignFactor[], random: Random): Candidate;
/** Factors whose level is the last or the first of their list: what lies beyond was not looked at. */
export declare function boundaryFactors(candidate: Candidate, factors: readonly DesignFactor[]): {
    factor: string;
    level: string;
    end: "smallest" | "largest";
}[];
