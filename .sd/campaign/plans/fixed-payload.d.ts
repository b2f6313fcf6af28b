import type { CampaignPlan } from "../plan.js";
/**
 * The author's first campaign (DOMAIN): one payload size a workload, 10 requests/s for 6 h on the
 * evening of 16 November
 * 2025. The counts are those of his logs; he asked for 216,000 and lost the rest to time-outs.
 */
export declare const FIXED_PAYLOAD_PLAN: CampaignPlan;
