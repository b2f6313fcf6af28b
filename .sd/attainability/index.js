export { attainability } from "./attainability.js";
export { attainabilityGates } from "./gates.js";
export { foldDistinct } from "./distinct.js";
export { bestLookup, lookupOn } from "./lookup.js";
export { ambiguousShare, compareSchemes, labelledRequests, } from "./label-attainability.js";
export { clusteredMean, heldOutAccuracy, heldOutCorrectness, inSampleCorrectness, outOfSampleCeiling, outOfSampleHeadroom, } from "./out-of-sample.js";
export { compareWorkloadLabels, FIRST_LABELLING, } from "./workload-labels.js";
//# sourceMappingURL=index.js.map