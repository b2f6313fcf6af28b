export { comparePolicies, readBothOutcomes, type PolicyTask } from "./compare-policies.js";
export { breakEven, type BreakEven } from "./break-even.js";
export { timeBlocks } from "./blocks.js";
export { cellOracle, requestOracle } from "./oracle.js";
export { AXES, bothOutcomes, counterfactualOutcomes, observedOutcomes, type Axis, type BothOutcomes, type ObservedOutcomes } from "./outcomes.js";
export { fixedPolicies, thresholdPolicy, type Policy } from "./policies.js";
export { comparePoliciesByMatching, comparePoliciesExactly, type ComparisonOptions, type PolicyComparison, type PolicyValue, type Strata } from "./policy-value.js";
export { bestFixed, routingVerdict } from "./verdict.js";
export { ContextError, routeRequest, type RequestContext, type Route } from "./route.js";
