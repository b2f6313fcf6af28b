export { NO_ANSWER, type Answer } from "./answer.js";
export { simulateRuns, type SimulationOptions } from "./simulate.js";
export type { Outcomes, SimulatedRun } from "./simulated-run.js";
export { simulate, type SimulatedCampaign } from "./simulated-campaign.js";
export type { CellTotals, SimulationTotals } from "./totals.js";
export { writeSimulatedLogs, type WriteLogsOptions } from "./write-logs.js";
export { writeSimulatedArrow } from "./write-arrow.js";
export { EcsService } from "./ecs-service.js";
export { LambdaService } from "./lambda-service.js";
export { shareLink, slowStartMs, type Uploads } from "./link.js";
export { TargetTracking, type TaskChange } from "./target-tracking.js";
export { fitPlanToLogs } from "./fit-plan.js";
export {
  compareWithLogs,
  type CellFit,
  type ClockFit,
  type LogComparison,
} from "./compare-logs.js";
export { plannedCampaign } from "./planned-campaign.js";
export { plannedRequests } from "./planned-requests.js";
export type { DrawnRequests } from "./draw-requests.js";
