import type { CampaignPlan } from "./plan.js";
/**
 * The same campaign on as many days as it takes to ask for `requests` requests at least: rates,
 * gaps and load are those of the plan, however large the number. Throws a RangeError for less than
 * one day's, which would be another campaign.
 */
export declare function repeatPlan(plan: CampaignPlan, requests: number): CampaignPlan;
