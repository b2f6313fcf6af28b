export { planChanges, type PlanChange } from "./plan-changes.js";
export { preflight, simulateGates, type ExpectedGate, type Preflight, type PreflightOptions, type SimulatedGates, type Spread } from "./preflight.js";
