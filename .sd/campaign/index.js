export * from "./vocabulary.js";
export * from "./prices.js";
export * from "./gates.js";
export * from "./plan.js";
export { DEFAULT_CLIENT, DEFAULT_ECS, DEFAULT_LAMBDA, DEFAULT_SCALING, SLEEPING_HANDLERS, } from "./plan-defaults.js";
export { requestsOfPhase, scheduleRuns } from "./plan-schedule.js";
export { repeatPlan } from "./repeat-plan.js";
export { SHIPPED_PLANS, shippedPlan } from "./plans/index.js";
export { checkPlan } from "./check-plan.js";
export { PlanError } from "./plan-error.js";
export { parsePlan, readPlan } from "./read-plan.js";
export { planBill, planPrices } from "./plan-bill.js";
export { planDesign, } from "./plan-design.js";
export { artilleryFiles, artilleryScript, writeArtilleryScripts, } from "./artillery-scripts.js";
export { rehearsalPrefix, sharedRuns, sinkPolicy, workerBill, workerSettings, } from "./scale-out.js";
//# sourceMappingURL=index.js.map