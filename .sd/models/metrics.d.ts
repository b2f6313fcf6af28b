import { type Scores } from "./scores.js";
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
export declare function classificationMetrics(label: Uint8Array, probability: Float64Array, weight?: Float64Array, threshold?: number): Metrics;
/** The same of folded predictions. */
export declare function scoreMetrics(scores: Scores, threshold?: number): Metrics;
/**
 * A probability kept 2^-52 away from 0 and 1, so that one certain mistake costs 36 nats and not
 * infinitely many.
 */
export declare function clipProbability(probability: number): number;
