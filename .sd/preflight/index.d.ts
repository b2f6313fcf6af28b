export type { ExpectedGate, Flip, Spread } from "./expected-gate.js";
export { gateSensitivity, type DefaultChange, type GateSensitivity } from "./gate-sensitivity.js";
export { lookupImportance, type Input, type LookupImportance } from "./lookup-importance.js";
export { planChanges, whatWouldMeet, type PlanChange } from "./plan-changes.js";
export { allMet, preflight, simulateAll, type Preflight, type PreflightOptions, } from "./preflight.js";
export { judgeCampaign, planLabels, simulateGates, type GateOptions, type SimulatedGates, } from "./simulate-gates.js";
export { SOURCED_DEFAULTS, type Setting, type SourcedDefault } from "./sourced-defaults.js";
export { judgeTraining, type TrainedCampaign, type TrainedOptions } from "./trained-gates.js";
export { serveJobs, WorkerPool } from "./worker-pool.js";
