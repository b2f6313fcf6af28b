import { takeBlocks } from "../statistics/index.js";
import { calibrationCurve } from "./calibration.js";
import { metricIntervals } from "./metric-intervals.js";
/**
 * Test metrics with intervals, and calibration, of each model. `label` and `blocks` are those of the
 * whole table; a table that carries no time has no blocks, and its rows are taken as independent.
 */
export function scoreModels(models, label, { seed, blocks: ofTable }) {
    return models.map(({ title, evaluation }) => {
        const { split, testProbability } = evaluation;
        const tested = Uint8Array.from(split.test, (row) => label[row]);
        const blocks = ofTable && takeBlocks(ofTable, split.test);
        return {
            kind: evaluation.classifier.kind,
            title,
            evaluation,
            intervals: metricIntervals(tested, testProbability, undefined, { seed, blocks }),
            unit: blocks ? "block" : "row",
            units: blocks ? blocks.blockCount : tested.length,
            calibration: calibrationCurve(tested, testProbability, undefined, {
                strategy: "quantile",
                blocks,
            }),
        };
    });
}
/**
 * The best by accuracy on the validation rows (the first of equals): the test rows do not choose.
 */
export function bestByValidation(models) {
    const accuracy = ({ evaluation }) => evaluation.validation?.accuracy ?? -Infinity;
    if (models.length === 0)
        throw new RangeError("there is no model to choose from");
    return models.reduce((best, model) => (accuracy(model) > accuracy(best) ? model : best));
}
/** A scored model without its model and its rows, as it is written down. */
export function scoreRecord({ kind, title, evaluation, intervals, unit, units, calibration, }) {
    const { train, validation, test, gap } = evaluation;
    return { title, kind, train, validation, test, intervals, unit, units, gap, calibration };
}
//# sourceMappingURL=score-models.js.map