export {
  attainability,
  boundAttainability,
  describeBounds,
  describeCeiling,
  highestCeiling,
  type Attainability,
  type AttainabilityOptions,
  type CeilingBounds,
} from "./attainability.js";
export { COARSE, coarseEdges, coarsen, coarseTable, tableEdges } from "./coarse.js";
export { sampleRows } from "./sample-rows.js";
export { attainabilityGates } from "./gates.js";
export { crossFittedCeiling, type CrossFittedCeiling } from "./cross-fitted-ceiling.js";
export { oracleCeiling } from "./oracle-ceiling.js";
export { foldDistinct, hardlyRepeats, type DistinctVectors } from "./distinct.js";
export { bestLookup, lookupOn, type Lookup } from "./lookup.js";
export {
  ambiguousShare,
  compareSchemes,
  labelledRequests,
  type LabelledRequests,
  type SchemeSummary,
} from "./label-attainability.js";
export {
  clusteredMean,
  heldOutAccuracy,
  heldOutCorrectness,
  inSampleCorrectness,
  outOfSampleCeiling,
  outOfSampleHeadroom,
  type ClusteredMean,
  type OutOfSampleCeiling,
  type OutOfSampleOptions,
  type Vectors,
} from "./out-of-sample.js";
export {
  compareWorkloadLabels,
  FIRST_LABELLING,
  type Labelling,
  type WorkloadLabelSummary,
} from "./workload-labels.js";
