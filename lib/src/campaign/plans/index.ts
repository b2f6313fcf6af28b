import type { CampaignPlan } from "../plan.js";
import { DUET_LOCAL_PLAN } from "./duet-local.js";
import { DUET_PLAN } from "./duet.js";
import { FIXED_PAYLOAD_PLAN } from "./fixed-payload.js";
import { VARIANCE_PLAN } from "./variance.js";

/** The plans that ship, by name. */
export const SHIPPED_PLANS: Readonly<Record<string, CampaignPlan>> = {
  "fixed-payload": FIXED_PAYLOAD_PLAN,
  variance: VARIANCE_PLAN,
  duet: DUET_PLAN,
  "duet-local": DUET_LOCAL_PLAN,
};

/** A shipped plan. Throws with the names there are when there is no such plan. */
export function shippedPlan(name: string): CampaignPlan {
  const plan = Object.hasOwn(SHIPPED_PLANS, name) ? SHIPPED_PLANS[name] : undefined;
  if (!plan)
    throw new Error(
      `there is no plan "${name}"; plans that ship: ${Object.keys(SHIPPED_PLANS).join(", ")}`,
    );
  return plan;
}
