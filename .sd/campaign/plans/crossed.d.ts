import type { CampaignPlan } from "../plan.js";
/**
 * What we would run instead: every factor crossed with every other (the same sizes for all
 * workloads, every window with every pattern), sizes that can be sent, handlers that work, and gaps
 * that let environments go.
 *
 * The client stands where the author's stood: its link is the only one that was measured, and
 * clients at a distance are what decides between platforms (a slow body keeps an ECS task waiting
 * and paid, while Lambda is invoked when it is complete). A client within the region would hide
 * that, and ECS would win nearly everywhere: by the author's cost formula the price of a Lambda
 * request alone buys 51 ms of the lightweight task, whose requests need 8 to 90.
 */
export declare const CROSSED_PLAN: CampaignPlan;
