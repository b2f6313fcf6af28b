import { type CampaignPlan } from "../campaign/index.js";
/**
 * Builds the body of every workload and size of a plan, once, as files in a folder; those that are
 * there already are kept.
 */
export declare function writeBodies(plan: CampaignPlan, seed: number, folder: string): Promise<Record<string, string>>;
