import type { CampaignPlan } from "../plan.js";
/**
 * What shows in a minute, on one machine of two CPUs, how a campaign is collected: every window
 * with every pattern, five sizes a workload, small ones that weigh little. Rates and sizes are
 * chosen for that machine and for nothing else.
 */
export declare const DEMONSTRATION_PLAN: CampaignPlan;
