import { type CampaignPlan, type ScheduledRun } from "../campaign/index.js";
import { type Random } from "../statistics/index.js";
import { type DrawnRequests } from "./draw-requests.js";
/** The randomness of a campaign; what it draws does not depend on which platforms answer it. */
export declare function campaignRandom(plan: CampaignPlan, seed: number | string): Random;
/** The part of it that draws one run, whatever the other runs draw. */
export declare function runRandom({ run, day }: ScheduledRun, random: Random): Random;
/**
 * The requests of every run of a plan, in the order of time: those that the simulator answers with
 * the same plan and seed.
 */
export declare function plannedRequests(plan: CampaignPlan, seed: number | string): Generator<{
    scheduled: ScheduledRun;
    requests: DrawnRequests;
}>;
