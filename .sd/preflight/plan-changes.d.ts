import { type CampaignPlan } from "../campaign/index.js";
import { type Flip } from "./expected-gate.js";
import { type PreflightOptions } from "./preflight.js";
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
export declare function planChanges(plan: CampaignPlan, { runs, onProgress, labels, features, trained, ...options }: PreflightOptions): Promise<PlanChange[]>;
/** For each gate that a plan does not surely meet, the single changes after which it does. */
export declare function whatWouldMeet(verdicts: Iterable<readonly [gate: string, verdict: string]>, changes: readonly PlanChange[]): {
    gate: string;
    changes: string[];
}[];
