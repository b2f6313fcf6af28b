export {
  bestThreshold,
  lambdaAdvantage,
  type AdvantageTask,
  type Threshold,
} from "./best-threshold.js";
export {
  breakEvenCurve,
  breakEvenRows,
  type BreakEvenCurve,
  type BreakEvenOptions,
  type RateCost,
} from "./break-even-curve.js";
export {
  campaignParts,
  judgedRequests,
  type CampaignParts,
  type JudgedRequests,
} from "./campaign-parts.js";
export { comparePolicies, readBothOutcomes, type PolicyTask } from "./compare-policies.js";
export {
  closedLoop,
  type ClosedLoop,
  type ClosedLoopOptions,
  type LoopGapParts,
  type LoopValue,
  type PlannedRouting,
} from "./closed-loop.js";
export { closedLoopSentences } from "./closed-loop-text.js";
export { fixedRouting, routerRouting } from "./planned-router.js";
export { costSensitiveChoice, expectedDifferences } from "./cost-sensitive.js";
export {
  doublyRobustEstimator,
  type DoublyRobustOptions,
  type DoublyRobustScores,
  type ScoredRows,
} from "./doubly-robust.js";
export {
  ecsBill,
  KEPT_TASKS,
  NEEDED_TASKS,
  tasksFor,
  type EcsBill,
  type KeptTasks,
  type NeededTasks,
  type TaskHours,
} from "./ecs-bill.js";
export {
  estimatorCoverage,
  type CoverageOptions,
  type CoverageRow,
  type EstimatorCoverage,
} from "./estimator-coverage.js";
export { exactEstimator } from "./estimate-exactly.js";
export {
  strataOf,
  type EstimationError,
  type EstimationMethod,
  type Overlap,
  type Refusal,
  type Strata,
  type Support,
  type ValueEstimator,
  type WeightedLatencies,
} from "./estimator.js";
export { withOtherHalves, type Halves } from "./pair-rows.js";
export { latencyQuantiles } from "./latency-quantiles.js";
export { oraclePolicies, requestOracle } from "./oracle.js";
export {
  bothOutcomes,
  counterfactualOutcomes,
  observedOutcomes,
  pairedOutcomes,
  takeOutcomes,
  type Axis,
  type BothOutcomes,
  type ObservedOutcomes,
  type Outcomes,
} from "./outcomes.js";
export { fixedPolicies, type Policy } from "./policies.js";
export {
  costRows,
  perMillion,
  routerRows,
  savingRows,
  serviceRows,
  supportRows,
  valueRows,
} from "./policy-rows.js";
export {
  comparePoliciesExactly,
  valuePolicies,
  type ComparisonOptions,
  type PolicyComparison,
  type PolicyValue,
} from "./policy-value.js";
export { priceOfTime } from "./price-of-time.js";
export { bestRouter, makeRouters, type Router, type RouterModel } from "./routers.js";
export { bestFixed, routingVerdict } from "./verdict.js";
export { routeRequest, type ArrivalCounter, type Route, type RouteOptions } from "./route.js";
export { ServedArrivals, type CountedArrivals } from "./arrival-counter.js";
export type { ArrivalField } from "./arrival-fields.js";
export { ContextError, type RequestContext } from "./request-context.js";
export {
  inputsRead,
  type ContextColumn,
  type ContextInput,
  type RuleInput,
} from "./context-columns.js";
export {
  applyRules,
  rulesTable,
  rulesText,
  type Condition,
  type Rule,
  type RuleList,
  type RuleRow,
} from "./rules.js";
export { distilRules, type RuleOptions } from "./distil-rules.js";
export { rulesValue, rulesVerdict, type RulesTask, type RulesValue } from "./rules-value.js";
export {
  campaignDifferences,
  expectedDifference,
  type CampaignDifferences,
  type DifferenceOptions,
  type DifferenceSeries,
  type ExpectedDifference,
  type SizeDifference,
} from "./expected-difference.js";
export { resampledDifferences, type BlockSums } from "./resampled-differences.js";
export { meanWhere, type KnownContexts, type KnownValues } from "./known-contexts.js";
export { drivers, type Driver } from "./drivers.js";
export type { Reason } from "./reason.js";
export {
  assembleRouter,
  type RequestRouter,
  type RouterKnowledge,
  type RouterOrigin,
  type RouterParts,
} from "./router.js";
export {
  MOST_ROUTER_BYTES,
  readRouter,
  ROUTER_FILES,
  routerBytes,
  saveRouter,
  type RouterManifest,
} from "./router-files.js";
export { routeLines, serveRouter, type RouterServer, type ServeOptions } from "./serve-router.js";
export { routeText } from "./route-text.js";
export { buildRouter, type BuiltRouter, type RouterTask } from "./build-router.js";
export { ecsBusyMs, workloadLoads, type WorkloadLoad } from "./workload-load.js";
