import type { CampaignPlan, Phase, RunPlan } from "./plan.js";
/** One load test of a plan on one of its days. */
export interface ScheduledRun {
    run: RunPlan;
    /** From 0. */
    day: number;
    /** UTC, ms since 1970. */
    startMs: number;
    durationMs: number;
    /** The run's or its pattern's phases with the run's rate factor applied. */
    phases: Required<Phase>[];
    /** Requests the phases ask for; exact where the run states them, else the mean. */
    expectedRequests: number;
}
/** All runs of a plan in the order of time. */
export declare function scheduleRuns(plan: CampaignPlan): ScheduledRun[];
/** Requests a phase asks for on average. */
export declare function requestsOfPhase(phase: Required<Phase>): number;
