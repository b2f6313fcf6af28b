export { axesByWorkload, axisShares, type AxisShares } from "./duet.js";
export { whyNoCost } from "./comparable-cost.js";
export { cellVerdicts, type CellVerdict } from "./cell-verdicts.js";
export {
  lambdaBilledMs,
  requestCostUsd,
  THESIS_COST,
  THESIS_TERMS,
  type CostTerms,
  type PlatformTerms,
} from "./cost.js";
export { describeWorkloads, type WorkloadDescription } from "./describe-workloads.js";
export { failureEffect, FAILURES_IN_WORDS, type FailureEffect } from "./failures.js";
export { labelGates } from "./gates.js";
export { groupQuantiles, type GroupQuantiles } from "./group-quantiles.js";
export { quantileVerdict, type SideQuantiles } from "./quantile-verdict.js";
export { groupVerdicts, type GroupVerdicts } from "./group-verdicts.js";
export {
  countLabelsByWorkload,
  labelledRows,
  labelRequests,
  type WorkloadLabelCounts,
} from "./label-requests.js";
export { labelProbability, probabilityGroups } from "./label-probability.js";
export { labelMap, type LabelMap } from "./label-map.js";
export { labelOptions } from "./label-options.js";
export {
  SHARED_TASK_HOURS,
  UNLABELLED,
  type CostModel,
  type FailureTreatment,
  type LabelChoice,
  type LabelOptions,
  type Labels,
  type LatencyClock,
} from "./labels.js";
export { belowShare, bothBelowShare, pairPlacements, type Points } from "./pairs.js";
export { LABEL_SCHEMES, schemesFor, usualScheme, type LabelScheme } from "./scheme-list.js";
export {
  labelSensitivity,
  lambdaShare,
  type LabelSensitivity,
  type LabelVariation,
} from "./sensitivity.js";
