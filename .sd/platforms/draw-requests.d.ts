import { type CampaignPlan, type ScheduledRun } from "../campaign/index.js";
import type { Random } from "../statistics/index.js";
/**
 * Everything about a run's requests that no platform changes. A request that is sent to one
 * platform is asked of the other with the same luck; the halves of a pair are two requests with the
 * same body and a luck of their own.
 */
export interface DrawnRequests {
    /** Ms from the start of the run, ascending. */
    sendMs: Float64Array;
    /** Index in the plan's workloads. */
    workload: Uint8Array;
    /** Where each request is sent; in a duet, where its first half is. */
    platform: Uint8Array;
    targetPayloadKb: Float64Array;
    bytes: Float64Array;
    /** Wait of the handler and its work on a full vCPU, by ECS and LAMBDA. */
    service: readonly [ecs: ServiceDraws, lambda: ServiceDraws];
    /** What initialising an environment would take. */
    initialisationMs: Float64Array;
}
/** What the handler of each request takes on one platform. */
export interface ServiceDraws {
    waitMs: Float64Array;
    cpuMs: Float64Array;
    /** Uniform; below the platform's share of errors, the request fails. */
    errorDraw: Float64Array;
}
/** Draws the requests of one run. */
export declare function drawRequests(plan: CampaignPlan, scheduled: ScheduledRun, random: Random): DrawnRequests;
