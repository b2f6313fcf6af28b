export { NO_ANSWER } from "./answer.js";
export { simulateRuns } from "./simulate.js";
export { simulate } from "./simulated-campaign.js";
export { writeSimulatedLogs } from "./write-logs.js";
export { writeSimulatedArrow } from "./write-arrow.js";
export { EcsService } from "./ecs-service.js";
export { LambdaService } from "./lambda-service.js";
export { shareLink, slowStartMs } from "./link.js";
export { TargetTracking } from "./target-tracking.js";
export { fitPlanToLogs } from "./fit-plan.js";
export { compareWithLogs, } from "./compare-logs.js";
export { plannedRequests } from "./planned-requests.js";
//# sourceMappingURL=index.js.map