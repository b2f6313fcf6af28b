import { type CampaignPlan, type Platform, type ScheduledRun, type Workload } from "../campaign/index.js";
/** One request of a collection, decided before anything is sent. */
export interface PlannedRequest {
    id: string;
    /** Index in the plan's runs, in the order of time. */
    run: number;
    platform: Platform;
    workload: Workload;
    payloadKb: number;
    /** Ms of the plan's clock from the start of the run. */
    dueMs: number;
}
/** A run of a collection with its requests in the order in which they are due. */
export interface PlannedRun {
    scheduled: ScheduledRun;
    index: number;
    requests: PlannedRequest[];
}
/**
 * Every request of a campaign, from plan and seed alone: the same ones, at the same times, that
 * `simulate` answers with them. Ids are the same in every session of a collection, so that what was
 * sent can be told from what was not.
 */
export declare function planRequests(plan: CampaignPlan, seed: number | string): PlannedRun[];
