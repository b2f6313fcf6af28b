export type { ExpectedGate, Flip, Spread } from "./expected-gate.js";
export { gateSensitivity, type DefaultChange, type GateSensitivity } from "./gate-sensitivity.js";
export { lookupImportance, type Input, type LookupImportance } from "./lookup-importance.js";
export { planChanges, whatWouldMeet, type PlanChange } from "./plan-changes.js";
export { preflight, type Preflight, type PreflightOptions } from "./preflight.js";
export {
  judgeCampaign,
  simulateGates,
  type GateOptions,
  type SimulatedGates,
} from "./simulate-gates.js";
export { SOURCED_DEFAULTS, type Setting, type SourcedDefault } from "./sourced-defaults.js";
