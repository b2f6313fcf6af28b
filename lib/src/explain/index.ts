export {
  permutationImportance,
  type FeatureGroup,
  type GroupImportance,
  type Importance,
  type PermutationImportance,
  type PermutationOptions,
} from "./permutation-importance.js";
export type { ExactRise } from "./permutation-expectation.js";
export { importanceInterval, type ImportanceInterval } from "./importance-interval.js";
export { inputImportance } from "./input-importance.js";
export {
  inputGroups,
  inputModel,
  inputWords,
  ROUTER_INPUTS,
  type InputModel,
  type RouterInput,
} from "./router-inputs.js";
export { expectedCost, takeCosts, type ExpectedCost } from "./expected-cost.js";
export type { OutputScale } from "./model-output.js";
export {
  shapleyValues,
  type ShapleyMethod,
  type ShapleyOptions,
  type ShapleyValues,
} from "./shapley.js";
export type { Background } from "./shapley-game.js";
export {
  summariseInteractions,
  summariseShapley,
  type PairSummary,
  type PlayerSummary,
} from "./shapley-summary.js";
export {
  accumulatedLocalEffects,
  type AccumulatedLocalEffects,
} from "./accumulated-local-effects.js";
export { friedmanH, type PairStatistic } from "./friedman-h.js";
export { inputShapley, requestsToExplain } from "./input-shapley.js";
export { importanceGates } from "./gates.js";
export { sampleRows } from "./sample-rows.js";
export { shapleyAgreement, type ShapleyAgreement } from "./shapley-agreement.js";
export { shapleyDependence, type Dependence } from "./dependence.js";
export { furthestRow, predictionParts, type PredictionParts } from "./prediction-parts.js";
export { checkInteractions, type CheckedPair, type InteractionCheck } from "./interaction-check.js";
export {
  modelAgreement,
  sharesAlike,
  type ExplainedModel,
  type ModelAgreement,
} from "./model-agreement.js";
export {
  importanceStability,
  summariseStability,
  type StabilityRun,
  type StabilitySummary,
  type StabilityTask,
} from "./stability.js";
export { importanceRecord } from "./importance-record.js";
