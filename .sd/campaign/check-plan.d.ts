import type { CampaignPlan } from "./plan.js";
/**
 * Takes a value for a plan, or throws a PlanError that names `source`, the field, its value and
 * what would be right.
 */
export declare function checkPlan(value: unknown, source: string): CampaignPlan;
