import { SHIPPED_PLANS } from "../campaign/index.js";
/** What stands for NAME|FILE in the help of every command that takes a plan. */
export const PLAN_NAMES = `${Object.keys(SHIPPED_PLANS).join(", ")}, or a YAML file`;
//# sourceMappingURL=plan-names.js.map