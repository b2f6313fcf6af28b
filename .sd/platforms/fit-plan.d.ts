import { type CampaignPlan } from "../campaign/index.js";
import { type Requests } from "../requests/index.js";
/**
 * A plan that would make logs like these, with what the logs can tell put in: workloads, payload
 * sizes, memory, handlers' waits (the 1 % and 99 % quantiles of warm Lambda times), and runs with
 * their times of day and rates. What they cannot tell (link, round trip, keep-alive, places in a
 * task, buffers) keeps the defaults; `compareWithLogs` shows how well all of it fits, and where it
 * does not.
 *
 * Requests that timed out may be missing from logs. Rates are therefore taken from the workload
 * with the smallest bodies, which loses the fewest, and all scenarios are given equal weights.
 *
 * Throws when a workload lacks warm Lambda requests, when window or pattern are not logged, or when
 * runs overlap.
 */
export declare function fitPlanToLogs(requests: Requests, name?: string): CampaignPlan;
