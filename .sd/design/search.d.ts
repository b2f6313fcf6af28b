import { type CampaignPlan } from "../campaign/index.js";
import { type Candidate } from "./candidate.js";
import { type DesignFactor } from "./factors.js";
import { type Measured, type Standing } from "./requirements.js";
/** What a campaign may cost, and how long its runs may be on. */
export interface DesignLimits {
    budgetUsd: number;
    /** Hours in which load is sent, all days together. */
    hours: number;
}
/** How far a search goes. The same figures and seed find the same plan. */
export interface SearchEffort {
    /** Candidates whose labels are looked at: the wide first round, drawn at random. */
    draws: number;
    /** Candidates of each later round, near the best of the round before. */
    neighbours: number;
    rounds: number;
    /** Candidates of a round that a model is trained on. */
    trained: number;
}
export declare const DEFAULT_EFFORT: SearchEffort;
export interface SearchOptions extends DesignLimits {
    seed: number;
    effort?: Partial<SearchEffort>;
    /** Factors that keep the level of the base plan, by name. */
    fixed?: readonly string[];
    onProgress?: (progress: SearchProgress) => void;
    /** Ends the search with the best so far. */
    signal?: AbortSignal;
}
export interface SearchProgress {
    shareDone: number;
    looked: number;
    trained: number;
    /** The best so far; null before the first model. */
    best: Standing | null;
}
/** A candidate that a model was trained on. */
export interface Finalist {
    candidate: Candidate;
    plan: CampaignPlan;
    measured: Measured[];
    standing: Standing;
    costUsd: number;
    hours: number;
}
export interface SearchResult {
    factors: DesignFactor[];
    /** Candidates whose labels were looked at, that were within the limits, and trained on. */
    looked: number;
    withinLimits: number;
    trained: number;
    /** The best, best first; empty where no candidate was within the limits. */
    finalists: Finalist[];
    /** True where the search was stopped before its end. */
    stopped: boolean;
}
/**
 * Searches for a campaign of pairs: a wide first round looks at the labels of one simulated day of
 * each candidate, the best go on to a model trained on a whole simulated campaign, and later rounds
 * look near the best (successive halving, then a local search). Common random numbers: every
 * candidate is simulated with the same seeds. Everything is simulated.
 */
export declare function searchDesign(base: CampaignPlan, options: SearchOptions): Promise<SearchResult>;
