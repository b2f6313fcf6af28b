export { attainability, type Attainability } from "./attainability.js";
export { attainabilityGates } from "./gates.js";
export { foldDistinct, type DistinctVectors } from "./distinct.js";
export { bestLookup, lookupOn, type Lookup } from "./lookup.js";
export { ambiguousShare, compareSchemes, labelledRequests, type LabelledRequests, type SchemeSummary, } from "./label-attainability.js";
export { clusteredMean, heldOutAccuracy, heldOutCorrectness, inSampleCorrectness, outOfSampleCeiling, outOfSampleHeadroom, type ClusteredMean, type OutOfSampleCeiling, type OutOfSampleOptions, type Vectors, } from "./out-of-sample.js";
export { compareWorkloadLabels, FIRST_LABELLING, type Labelling, type WorkloadLabelSummary, } from "./workload-labels.js";
