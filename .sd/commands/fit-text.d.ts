import { type CampaignPlan } from "../campaign/index.js";
import type { LogComparison } from "../platforms/index.js";
/**
 * A plan fitted to logs, as text: what was fitted, how much of the logs its simulation reproduces,
 * and the cells it does not.
 */
export declare function fitText(plan: CampaignPlan, { cells, tolerance, minimumRows, shareFitting }: LogComparison, logs: string, seed: number): string;
