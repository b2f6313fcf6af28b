import { judgeGate } from "../campaign/index.js";
import { takeRows } from "../features/index.js";
import { isKnown, quantile } from "../statistics/index.js";
import { positionBetween } from "./position.js";
/** The gates of training and deployment. */
export function trainingGates({ bounds, best: { evaluation: best, title: bestTitle, intervals }, againstLookup, cellsGap, modelBytes, predictionMs, }) {
    const percent = (share) => `${(100 * share).toFixed(1)} %`;
    const [ecs, lambda] = best.test.classes;
    const { accuracy } = intervals;
    const halfWidth = (accuracy.high - accuracy.low) / 2;
    // Where floor and ceiling are nearer to each other than a test set can tell, a place between them
    // is chance.
    const way = positionBetween(bounds, accuracy)?.estimate ?? null;
    return [
        judgeGate("accuracy", best.test.accuracy, `${bestTitle} on the test rows; no model on these features can pass ` +
            `${percent(bounds.ceiling)}`),
        judgeGate("gap", best.gap, `training ${percent(best.train.accuracy)}, test ${percent(best.test.accuracy)}; on a ` +
            "random split the same feature vectors stand on both sides"),
        judgeGate("precision-balance", Math.abs(ecs.precision - lambda.precision), `ECS ${percent(ecs.precision)}, Lambda ${percent(lambda.precision)}`),
        judgeGate("lift", way, `floor (best lookup of one column) ${percent(bounds.best1.accuracy)}, model ${percent(best.test.accuracy)}, ` +
            "ceiling " +
            `${percent(bounds.ceiling)}${way === null ? `: ${chanceIsWider(bounds.headroom, halfWidth)}` : ""}`),
        beatsLookup(againstLookup, bestTitle),
        cellsGap
            ? judgeGate("gap-cells", cellsGap.gap, `${cellsGap.title}: training ${percent(cellsGap.train)}, unseen cells ` +
                `${percent(cellsGap.test)}`)
            : judgeGate("gap-cells", null, "there are too few context cells to leave some out"),
        judgeGate("prediction-time", predictionMs, `${bestTitle}, one row at a time, 99th percentile, rounded up`),
        judgeGate("model-size", modelBytes / 1e6, "the largest of the models on disk"),
    ];
}
/**
 * The gate "beats-lookup": whether a model is better than the best lookup of one column of the
 * training rows beyond chance. Every sentence that says so is to be made from its verdict.
 */
export function beatsLookup({ difference, unit, units, midP }, bestTitle) {
    const points = (value) => (100 * value).toFixed(2);
    const found = `${bestTitle} against the best lookup of one column: ${points(difference.estimate)} points`;
    if (!isKnown(difference))
        return judgeGate("beats-lookup", null, `${found}, and the test rows lie in ${units} block${units === 1 ? "" : "s"} of time: too ` +
            "short to say how much of that is chance");
    const resampled = unit === "block"
        ? `${units} blocks of time, resampled within runs`
        : `${units} rows taken as independent, for the table carries no time`;
    return judgeGate("beats-lookup", difference.low, `${found} [${points(difference.low)}, ${points(difference.high)}] (${resampled}; McNemar row ` +
        `by row: mid-p ${midP.toPrecision(2)}); the value is the interval's lower end`);
}
function chanceIsWider(headroom, halfWidth) {
    return (`they are only ${(100 * headroom).toFixed(2)} points apart, less than ` +
        (halfWidth < Infinity
            ? `the ${(100 * halfWidth).toFixed(2)} points that chance moves the test accuracy`
            : "chance may move the test accuracy, of which one block of time tells nothing"));
}
/**
 * Steps a prediction's time is rounded up to, ms: a time is never the same twice, and the artefacts
 * of a run are.
 */
const STEPS_MS = [1, 2, 5, 10, 20, 50, 100, 1000];
/** The 99th percentile of the time one prediction takes, in ms, rounded up to 1, 2, 5, 10 ... */
export function timeOnePrediction(classifier, features, predictions = 500) {
    const times = new Float64Array(predictions);
    const warmUp = 100;
    for (let i = -warmUp; i < predictions; i++) {
        const one = takeRows(features, [(i + warmUp) % features.rowCount]);
        const started = performance.now();
        classifier.predictProbability(one);
        if (i >= 0)
            times[i] = performance.now() - started;
    }
    const p99 = quantile(times, 0.99);
    return STEPS_MS.find((step) => p99 <= step) ?? p99;
}
//# sourceMappingURL=gates.js.map