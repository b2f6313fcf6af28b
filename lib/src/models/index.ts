export * from "./classifier.js";
export * from "./author-split.js";
export {
  LookupClassifier,
  constantBaseline,
  lookupBaseline,
  lookupOf,
  type ConstantOptions,
  type LookupOptions,
} from "./baselines.js";
export { binValues, findBins, MISSING_CODE, type FeatureBins } from "./binning.js";
export * from "./calibration.js";
export * from "./compare.js";
export * from "./evaluate.js";
export * from "./families.js";
export {
  GradientBoostingClassifier,
  gradientBoosting,
  type GradientBoostingOptions,
  type GradientBoostingReport,
} from "./gradient-boosting.js";
export * from "./group-splits.js";
export * from "./learning-curve.js";
export {
  LogisticRegressionClassifier,
  logisticRegression,
  type CoefficientStatus,
  type LogisticCoefficient,
  type LogisticRegressionOptions,
  type LogisticReport,
} from "./logistic-regression.js";
export * from "./metric-intervals.js";
export * from "./metrics.js";
export * from "./model-files.js";
export type { NetworkBackend } from "./network-backends.js";
export type { NetworkLayers } from "./network-layers.js";
export type { NetworkHistory } from "./network-training.js";
export {
  NeuralNetworkClassifier,
  neuralNetwork,
  type NetworkReport,
  type NeuralNetworkOptions,
} from "./neural-network.js";
export {
  RandomForestClassifier,
  randomForest,
  type RandomForestOptions,
  type RandomForestReport,
} from "./random-forest.js";
export * from "./scores.js";
export type { Separation } from "./separation.js";
export type { Split, SplitShares } from "./split.js";
export type { Scale } from "./standardise.js";
export { stratifiedFolds, stratifiedSplit } from "./stratified-split.js";
export { columnsOf, type TrainingTotals } from "./training-data.js";
export { thresholdOf, type Tree, type TreeEnsemble } from "./tree.js";
export {
  accuracyByCategory,
  accuracyByGroup,
  type CategoryAccuracy,
  type GroupAccuracy,
} from "./accuracy-by-group.js";
export {
  beatsLookup,
  timeOnePrediction,
  trainingGates,
  type TrainingEvidence,
  type UnseenCells,
} from "./gates.js";
export {
  generalisation,
  unseenCells,
  type Generalisation,
  type GeneralisationKeys,
  type GeneralisationResult,
  type RefusedQuestion,
} from "./generalisation.js";
export { foldBySplits, type FoldedSplits } from "./fold-by-splits.js";
export { compareAll, sameFunctions, type NamedComparison } from "./compare-all.js";
export { positionBetween } from "./position.js";
export { bestByValidation, scoreModels, scoreRecord, type ScoredModel } from "./score-models.js";
export { adoptedOptions, tuneFamilies, type NamedTrial, type Tuning } from "./tune-families.js";
export { networkNote, trainFamilies, trainLookups, type TrainedModel } from "./train-families.js";
export * from "./successive-halving.js";
export { tryFixes, type FixResult } from "./failed-fixes.js";
export {
  DEFAULT_SPLIT,
  studySplit,
  studySplits,
  type SplitChoice,
  type SplitRows,
  type StudySplits,
} from "./study-splits.js";
export { modelsAgainstLookup, type AgainstLookup } from "./models-against-lookup.js";
