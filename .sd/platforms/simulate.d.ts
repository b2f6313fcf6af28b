import { type CampaignPlan, type ScheduledRun } from "../campaign/index.js";
import { type DrawnRequests } from "./draw-requests.js";
import { type SimulatedRun } from "./simulated-run.js";
export interface SimulationOptions {
    seed: number | string;
    /**
     * Chooses the platform of each request of a run, in place of the plan's scenarios: the closed
     * loop of a router. Every request then goes to one platform, and only its load is there.
     */
    choose?(scheduled: ScheduledRun, requests: DrawnRequests): Uint8Array;
}
/**
 * Simulates a campaign in virtual time, run by run in the order of time. Memory is that of the
 * longest run, whatever the length of the campaign. Functions and services live on from run to run,
 * so a gap between two runs cools them.
 *
 * A run is worked off in three passes: the client's link (the same for both platforms), then each
 * ECS service in the order of sending, then each Lambda function in the order in which the bodies
 * have arrived.
 */
export declare function simulateRuns(plan: CampaignPlan, { seed, choose }: SimulationOptions): Generator<SimulatedRun>;
