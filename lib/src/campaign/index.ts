export * from "./vocabulary.js";
export * from "./prices.js";
export * from "./gates.js";
export * from "./plan.js";
export {
  DEFAULT_CLIENT,
  DEFAULT_ECS,
  DEFAULT_LAMBDA,
  DEFAULT_SCALING,
  SLEEPING_HANDLERS,
} from "./plan-defaults.js";
export { requestsOfPhase, scheduleRuns, type ScheduledRun } from "./plan-schedule.js";
export { repeatPlan } from "./repeat-plan.js";
export { LOCAL_CLOCK_SPEED } from "./plans/duet-local.js";
export { SHIPPED_PLANS, shippedPlan } from "./plans/index.js";
export { checkPlan } from "./check-plan.js";
export { PlanError } from "./plan-error.js";
export { parsePlan, readPlan } from "./read-plan.js";
export { parseYaml, readYamlText, type YamlFile } from "./yaml-file.js";
export { planBill, planPrices, type Bill, type BillLine } from "./plan-bill.js";
export {
  planDesign,
  type Factor,
  type FactorPair,
  type Impossibility,
  type PlanDesign,
  type PlannedCell,
} from "./plan-design.js";
export {
  artilleryFiles,
  artilleryScript,
  writeArtilleryScripts,
  type ArtilleryScenario,
  type ArtilleryScript,
} from "./artillery-scripts.js";
export type { ArtilleryPhase } from "./artillery-phases.js";
export {
  rehearsalPrefix,
  sharedRuns,
  sinkPolicy,
  workerBill,
  workerSettings,
  type Engine,
  type ScaleOut,
} from "./scale-out.js";
