import { foldScores, type Scores } from "./scores.js";

/** Weighted counts of truth against prediction; 1 (Lambda optimal) is the positive class. */
export interface ConfusionMatrix {
  trueNegatives: number;
  falsePositives: number;
  falseNegatives: number;
  truePositives: number;
}

/**
 * How well one class is found. NaN where it is undefined: no row predicted so (precision), no such
 * row (recall).
 */
export interface ClassMetrics {
  /** Of the rows predicted to be of the class, the share that is. */
  precision: number;
  /** Of the rows of the class, the share that is predicted so. */
  recall: number;
  /** Harmonic mean of both: 2 TP / (2 TP + FP + FN). */
  f1: number;
  /** Weight of the rows of the class. */
  support: number;
}

/** The measures of one set of predictions. All shares lie in [0, 1]. */
export interface Metrics {
  /** Weight of all rows. */
  weight: number;
  accuracy: number;
  confusion: ConfusionMatrix;
  /** Of label 0 (ECS), of label 1 (Lambda). */
  classes: [ClassMetrics, ClassMetrics];
  /**
   * P(a random positive is scored above a random negative), ties half; NaN where a class is absent.
   */
  rocAuc: number;
  /**
   * Mean of -ln P(the true class), in nats, probabilities kept 2^-52 away from 0 and 1 as
   * scikit-learn does.
   */
  logLoss: number;
  /** Mean squared distance of the probability from the label. */
  brier: number;
}

/**
 * Metrics of predicted probabilities P(label = 1), by the definitions of scikit-learn. A row is
 * predicted 1 where its probability is above `threshold`: at exactly one half the answer is 0, as
 * with scikit-learn's `argmax`. Weights count rows. All NaN where the rows have no weight.
 */
export function classificationMetrics(
  label: Uint8Array,
  probability: Float64Array,
  weight?: Float64Array,
  threshold = 0.5,
): Metrics {
  return scoreMetrics(foldScores(label, probability, weight), threshold);
}

/** The same of folded predictions. */
export function scoreMetrics(scores: Scores, threshold = 0.5): Metrics {
  const { probability, negatives, positives, negativeWeight, positiveWeight } = scores;
  const weight = negativeWeight + positiveWeight;
  let truePositives = 0;
  let falsePositives = 0;
  let logLoss = 0;
  let brier = 0;
  let concordant = 0;
  let negativesBelow = 0;
  for (let i = 0; i < probability.length; i++) {
    const p = probability[i];
    const zeros = negatives[i];
    const ones = positives[i];
    const kept = clipProbability(p);
    if (p > threshold) {
      truePositives += ones;
      falsePositives += zeros;
    }
    logLoss -= ones * Math.log(kept) + zeros * Math.log(1 - kept);
    brier += ones * (1 - p) * (1 - p) + zeros * p * p;
    concordant += ones * (negativesBelow + zeros / 2);
    negativesBelow += zeros;
  }
  const confusion = {
    trueNegatives: negativeWeight - falsePositives,
    falsePositives,
    falseNegatives: positiveWeight - truePositives,
    truePositives,
  };
  return {
    weight,
    accuracy: (confusion.trueNegatives + truePositives) / weight,
    confusion,
    classes: [
      classMetrics(confusion.trueNegatives, confusion.falseNegatives, falsePositives),
      classMetrics(truePositives, falsePositives, confusion.falseNegatives),
    ],
    rocAuc: concordant / (negativeWeight * positiveWeight),
    logLoss: logLoss / weight,
    brier: brier / weight,
  };
}

/** What one row adds to the log loss, nats. */
export function rowLogLoss(label: number, probability: number): number {
  const kept = clipProbability(probability);
  return -Math.log(label === 1 ? kept : 1 - kept);
}

/**
 * A probability kept 2^-52 away from 0 and 1, so that one certain mistake costs 36 nats and not
 * infinitely many.
 */
export function clipProbability(probability: number): number {
  return Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, probability));
}

function classMetrics(hits: number, falseAlarms: number, misses: number): ClassMetrics {
  return {
    precision: hits / (hits + falseAlarms),
    recall: hits / (hits + misses),
    f1: (2 * hits) / (2 * hits + falseAlarms + misses),
    support: hits + misses,
  };
}
