import type { CampaignPlan } from "../plan.js";
/**
 * A campaign that holds something to learn: every request is sent to both platforms, every window
 * runs every pattern, and each platform is the better one in a good part of every workload: Lambda
 * where requests come in bursts and wait for a task, ECS after a pause (a cold start) and where a
 * function's share of a processor is too small for the body.
 */
export declare const DUET_PLAN: CampaignPlan;
