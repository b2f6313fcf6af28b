export { gateSensitivity } from "./gate-sensitivity.js";
export { lookupImportance } from "./lookup-importance.js";
export { planChanges, whatWouldMeet } from "./plan-changes.js";
export { allMet, preflight, simulateAll, } from "./preflight.js";
export { judgeCampaign, planLabels, simulateGates, } from "./simulate-gates.js";
export { SOURCED_DEFAULTS } from "./sourced-defaults.js";
export { judgeTraining } from "./trained-gates.js";
export { serveJobs, WorkerPool } from "./worker-pool.js";
//# sourceMappingURL=index.js.map