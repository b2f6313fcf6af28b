import type { CampaignPlan } from "../plan.js";
/** The plans that ship, by name. */
export declare const SHIPPED_PLANS: Readonly<Record<string, CampaignPlan>>;
/** A shipped plan. Throws with the names there are when there is no such plan. */
export declare function shippedPlan(name: string): CampaignPlan;
