import { DEMONSTRATION_PLAN } from "./demonstration.js";
import { DUET_PLAN } from "./duet.js";
import { FIXED_PAYLOAD_PLAN } from "./fixed-payload.js";
import { VARIANCE_PLAN } from "./variance.js";
/** The plans that ship, by name. */
export const SHIPPED_PLANS = {
    "fixed-payload": FIXED_PAYLOAD_PLAN,
    variance: VARIANCE_PLAN,
    duet: DUET_PLAN,
    demonstration: DEMONSTRATION_PLAN,
};
/** A shipped plan. Throws with the names there are when there is no such plan. */
export function shippedPlan(name) {
    const plan = Object.hasOwn(SHIPPED_PLANS, name) ? SHIPPED_PLANS[name] : undefined;
    if (!plan)
        throw new Error(`there is no plan "${name}"; plans that ship: ${Object.keys(SHIPPED_PLANS).join(", ")}`);
    return plan;
}
//# sourceMappingURL=index.js.map