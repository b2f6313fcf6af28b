import { type ArtilleryScript, type CampaignPlan, type Phase, type ScheduledRun } from "../campaign/index.js";
/**
 * Writes an Artillery script for each run of a plan's day, at the run's own phases and rates, and
 * beside them the processor they name. Returns the files' names. A run's exact numbers of requests
 * are left to its mean rate: Artillery draws the scenario of each arrival.
 *
 * Throws for irregular arrivals in more than one phase, which the processor cannot time.
 */
export declare function writeRunScripts(plan: CampaignPlan, folder: string): string[];
/**
 * The same for some runs, each script at the share of one of `workers` machines that run it at
 * once.
 */
export declare function writeScripts(plan: CampaignPlan, runs: readonly ScheduledRun[], workers: number, folder: string): string[];
export declare function writeScript(file: string, header: string, script: ArtilleryScript): void;
/** The plan with these phases in place of a pattern's own. */
export declare function withPhases(plan: CampaignPlan, pattern: string, phases: Phase[]): CampaignPlan;
