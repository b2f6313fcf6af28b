import { foldDistinct } from "../attainability/index.js";
import { takeRows, type FeatureTable } from "../features/index.js";
import type { Classifier, ClassifierFamily, FitControl, TrainingData } from "./classifier.js";
import { classificationMetrics, type Metrics } from "./metrics.js";
import type { Split } from "./split.js";

/** A model fitted to one part of a split and measured on all of them. */
export interface Evaluation {
  split: Split;
  classifier: Classifier;
  train: Metrics;
  /** null where the split has no validation part. */
  validation: Metrics | null;
  test: Metrics;
  /**
   * Accuracy on the training rows minus accuracy on the test rows: the price of having learned
   * these rows by heart.
   */
  gap: number;
  /** P(label = 1) for the rows of `split.test`. */
  testProbability: Float64Array;
}

/** Rows of a training set, in the order asked for. */
export function takeTrainingRows(
  { features, label, weight }: TrainingData,
  rows: Uint32Array,
): TrainingData {
  const taken: TrainingData = {
    features: takeRows(features, rows),
    label: Uint8Array.from(rows, (row) => label[row]),
  };
  if (weight) taken.weight = Float64Array.from(rows, (row) => weight[row]);
  return taken;
}

/**
 * Fits a family to the training part (its validation part is for stopping early) and measures every
 * part.
 */
export async function evaluateOnSplit<Options extends { seed: number }>(
  family: ClassifierFamily<Options>,
  data: TrainingData,
  split: Split,
  options: Partial<Options> = {},
  control: FitControl = {},
): Promise<Evaluation> {
  const train = takeTrainingRows(data, split.train);
  const test = takeTrainingRows(data, split.test);
  const validation = split.validation.length > 0 ? takeTrainingRows(data, split.validation) : null;
  const classifier = await family.fit(
    train,
    options,
    validation ? { ...control, validation } : control,
  );
  const measure = (part: TrainingData): Metrics =>
    classificationMetrics(part.label, predictDistinct(classifier, part.features), part.weight);
  const testProbability = predictDistinct(classifier, test.features);
  const trainMetrics = measure(train);
  const testMetrics = classificationMetrics(test.label, testProbability, test.weight);
  return {
    split,
    classifier,
    train: trainMetrics,
    validation: validation && measure(validation),
    test: testMetrics,
    gap: trainMetrics.accuracy - testMetrics.accuracy,
    testProbability,
  };
}

/**
 * A classifier's probabilities, computed once for each distinct vector of what it reads: the same
 * numbers, sooner where rows repeat.
 */
export function predictDistinct(classifier: Classifier, features: FeatureTable): Float64Array {
  const { features: vectors, vectorOfRow } = foldDistinct(
    features,
    new Uint8Array(features.rowCount),
  );
  const probability = classifier.predictProbability(
    vectors.rowCount < features.rowCount ? vectors : features,
  );
  return vectors.rowCount < features.rowCount
    ? Float64Array.from(vectorOfRow, (vector) => probability[vector])
    : probability;
}
