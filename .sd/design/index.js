export { boundaryFactors, candidateOfPlan, planOfCandidate } from "./candidate.js";
export { designFactors } from "./factors.js";
export { LOOKUPS_BELOW, REQUIREMENTS, standing, } from "./requirements.js";
export { DEFAULT_EFFORT, searchDesign, } from "./search.js";
//# sourceMappingURL=index.js.map