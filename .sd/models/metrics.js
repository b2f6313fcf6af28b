import { foldScores } from "./scores.js";
/**
 * Metrics of predicted probabilities P(label = 1), by the definitions of scikit-learn. A row is
 * predicted 1 where its probability is above `threshold`: at exactly one half the answer is 0, as
 * with scikit-learn's `argmax`. Weights count rows. All NaN where the rows have no weight.
 */
export function classificationMetrics(label, probability, weight, threshold = 0.5) {
    return scoreMetrics(foldScores(label, probability, weight), threshold);
}
/** The same of folded predictions. */
export function scoreMetrics(scores, threshold = 0.5) {
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
/**
 * A probability kept 2^-52 away from 0 and 1, so that one certain mistake costs 36 nats and not
 * infinitely many.
 */
export function clipProbability(probability) {
    return Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, probability));
}
function classMetrics(hits, falseAlarms, misses) {
    return {
        precision: hits / (hits + falseAlarms),
        recall: hits / (hits + misses),
        f1: (2 * hits) / (2 * hits + falseAlarms + misses),
        support: hits + misses,
    };
}
//# sourceMappingURL=metrics.js.map