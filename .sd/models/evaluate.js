import { foldDistinct } from "../attainability/index.js";
import { takeRows } from "../features/index.js";
import { classificationMetrics } from "./metrics.js";
/** Rows of a training set, in the order asked for. */
export function takeTrainingRows({ features, label, weight }, rows) {
    const taken = {
        features: takeRows(features, rows),
        label: Uint8Array.from(rows, (row) => label[row]),
    };
    if (weight)
        taken.weight = Float64Array.from(rows, (row) => weight[row]);
    return taken;
}
/**
 * Fits a family to the training part (its validation part is for stopping early) and measures every
 * part.
 */
export async function evaluateOnSplit(family, data, split, options = {}, control = {}) {
    const train = takeTrainingRows(data, split.train);
    const test = takeTrainingRows(data, split.test);
    const validation = split.validation.length > 0 ? takeTrainingRows(data, split.validation) : null;
    const classifier = await family.fit(train, options, validation ? { ...control, validation } : control);
    const measure = (part) => classificationMetrics(part.label, predictDistinct(classifier, part.features), part.weight);
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
export function predictDistinct(classifier, features) {
    const { features: vectors, vectorOfRow } = foldDistinct(features, new Uint8Array(features.rowCount));
    const probability = classifier.predictProbability(vectors.rowCount < features.rowCount ? vectors : features);
    return vectors.rowCount < features.rowCount
        ? Float64Array.from(vectorOfRow, (vector) => probability[vector])
        : probability;
}
//# sourceMappingURL=evaluate.js.map