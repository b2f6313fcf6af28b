export { axisShares } from "./duet.js";
export { cellVerdicts } from "./cell-verdicts.js";
export { lambdaBilledMs, requestCostUsd, THESIS_COST } from "./cost.js";
export { describeWorkloads } from "./describe-workloads.js";
export { failureEffect, FAILURES_IN_WORDS } from "./failures.js";
export { labelGates } from "./gates.js";
export { groupVerdicts } from "./group-verdicts.js";
export { countLabelsByWorkload, labelledRows, labelRequests, } from "./label-requests.js";
export { labelProbability, probabilityGroups } from "./label-probability.js";
export { labelMap } from "./label-map.js";
export { LABEL_SCHEMES, SHARED_TASK_HOURS, labelOptions, schemesFor, usualScheme, UNLABELLED, } from "./labels.js";
export { belowShare, bothBelowShare, pairPlacements } from "./pairs.js";
export { labelSensitivity, lambdaShare, } from "./sensitivity.js";
//# sourceMappingURL=index.js.map