export { boundaryFactors, candidateOfPlan, planOfCandidate, type Candidate } from "./candidate.js";
export { designFactors, type DesignFactor } from "./factors.js";
export {
  LOOKUPS_BELOW,
  REQUIREMENTS,
  standing,
  type Measured,
  type Standing,
} from "./requirements.js";
export {
  DEFAULT_EFFORT,
  searchDesign,
  type DesignLimits,
  type Finalist,
  type NearestPlans,
  type SearchEffort,
  type SearchOptions,
  type SearchProgress,
  type SearchResult,
} from "./search.js";
export {
  judgePlan,
  paretoFront,
  powerCurve,
  replication,
  type JudgedPlan,
  type Replication,
} from "./judge.js";
