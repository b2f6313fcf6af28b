import { isKnown } from "../../statistics/index.js";
import { intervalChart, lineChart } from "../charts/index.js";
import { makeFigure } from "../figure.js";
import { formatNumber } from "../format.js";
import { SERIES_COLOURS } from "../theme.js";
/** The lines that accuracies are read against. */
export function accuracyReferences({ constant, best1, ceiling }) {
    return [
        { name: `larger class ${formatNumber(constant, "share")}`, value: constant },
        {
            name: `best lookup of one column ${formatNumber(best1.accuracy, "share")}`,
            value: best1.accuracy,
        },
        { name: `ceiling ${formatNumber(ceiling, "share")}`, value: ceiling },
    ];
}
/** A length that can be drawn; of an interval without end nothing is. */
function finite(length) {
    return Number.isFinite(length) ? length : null;
}
/** Test accuracies with their intervals between floor and ceiling. */
export function accuracyFigure(models, bounds) {
    return intervalChart(models.map(({ title }) => title), models.map(({ accuracy }) => accuracy), {
        title: "Test accuracy between floor and ceiling",
        xTitle: "accuracy on test rows, with 95 % interval",
        yTitle: "",
    }, { references: accuracyReferences(bounds), format: ".1%" });
}
/**
 * Calibration curves: the share that is Lambda's against the probability that was said, each model
 * with its intervals, and the diagonal of honest ones.
 */
export function calibrationFigure(models) {
    const reach = models.flatMap(({ calibration }) => calibration.bins.flatMap(({ meanPredicted, observed }) => [
        meanPredicted,
        ...(isKnown(observed) ? [observed.low, observed.high] : [observed.estimate]),
    ]));
    const ends = [Math.min(...reach), Math.max(...reach)];
    const curves = models.map(({ title, calibration: { bins } }, m) => ({
        type: "scatter",
        mode: "lines+markers",
        name: title,
        x: bins.map(({ meanPredicted }) => meanPredicted),
        y: bins.map(({ observed }) => observed.estimate),
        line: { color: SERIES_COLOURS[m], width: 1.5 },
        marker: { size: 6 },
        error_y: {
            type: "data",
            symmetric: false,
            thickness: 1,
            width: 3,
            color: SERIES_COLOURS[m],
            array: bins.map(({ observed: { estimate, high } }) => finite(high - estimate)),
            arrayminus: bins.map(({ observed: { estimate, low } }) => finite(estimate - low)),
        },
    }));
    const diagonal = {
        type: "scatter",
        mode: "lines",
        name: "honest",
        x: ends,
        y: ends,
        line: { color: "#999999", width: 1.5, dash: "dash" },
        hoverinfo: "skip",
    };
    return makeFigure([diagonal, ...curves], {
        title: "Calibration on the test rows",
        xTitle: "predicted probability of Lambda (mean of a tenth of the rows)",
        yTitle: "share that is Lambda's",
    }, {
        showlegend: true,
        xaxis: { tickformat: ".0%" },
        yaxis: { tickformat: ".0%" },
    });
}
/**
 * Test accuracy against the number of training rows, the first model with its band and its training
 * accuracy.
 */
export function learningCurveFigure(curves, bounds) {
    const series = curves.flatMap(({ title, points }, c) => {
        const tested = points.map(({ accuracy }) => accuracy);
        const band = c === 0 && tested.every(isKnown)
            ? { low: tested.map(({ low }) => low), high: tested.map(({ high }) => high) }
            : {};
        const own = { name: `${title}, test`, values: tested.map(({ estimate }) => estimate), ...band };
        return c === 0
            ? [own, { name: `${title}, training`, values: points.map(({ train }) => train.accuracy) }]
            : [own];
    });
    const references = accuracyReferences(bounds).filter((_, r) => r > 0);
    return lineChart(curves[0].points.map(({ rows }) => rows), series, { title: "Do more of the same requests help?", xTitle: "training rows", yTitle: "accuracy" }, { logX: true, format: ".1%", references });
}
/**
 * Accuracy of one kind of model on what was left out, question by question; whiskers from the worst
 * to the best split.
 */
export function generalisationFigure(results, bounds) {
    const intervals = results.map(({ test, lowest, highest }) => ({
        estimate: test,
        low: lowest,
        high: highest,
        level: 1,
    }));
    return intervalChart(results.map(({ question }) => question), intervals, {
        title: `${results[0].title} on what was left out`,
        xTitle: "accuracy there (whiskers: worst and best split)",
        yTitle: "",
    }, {
        references: accuracyReferences(bounds),
        format: ".0%",
        colours: results.map(({ random }) => (random ? "#8A8F94" : SERIES_COLOURS[0])),
    });
}
//# sourceMappingURL=figures.js.map