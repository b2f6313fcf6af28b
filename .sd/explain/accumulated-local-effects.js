import { lowerBound, quantileSorted } from "../statistics/index.js";
import { modelOutput } from "./model-output.js";
/**
 * First-order accumulated local effects (Apley and Zhu, 2020): within each bin of a feature, the
 * mean change of the output when only that feature moves from the bin's lower to its upper end, for
 * the rows that are in it; added up from bin to bin. Unlike partial dependence it asks the model
 * about rows near real ones only, so correlated features do not mislead it. Bins end at quantiles
 * (`bins` of them at most), or at the values themselves where there are no more. Throws where the
 * feature has no or one value, or the model does not use it.
 */
export function accumulatedLocalEffects(classifier, features, feature, options = {}) {
    const { bins = 20, scale = "probability" } = options;
    const index = features.names.indexOf(feature);
    if (index < 0 || !classifier.featureNames.includes(feature))
        throw new Error(`"${feature}" is no feature of both the model and the table; the model has ` +
            `${classifier.featureNames.join(", ")}`);
    if (!(Number.isInteger(bins) && bins >= 1))
        throw new RangeError(`a number of bins is 1 or more, not ${bins}`);
    const known = Uint32Array.from({ length: features.rowCount }, (_, row) => row).filter((row) => !Number.isNaN(features.columns[index][row]));
    const columns = features.columns.map((column) => Float64Array.from(known, (row) => column[row]));
    const values = columns[index];
    const at = binEnds(values, bins);
    if (at.length < 2)
        throw new RangeError(`the feature "${feature}" has ` +
            `${at.length === 0 ? "no value" : `the one value ${at[0]}`} here; an effect needs two`);
    const binOfRow = Uint32Array.from(values, (value) => Math.max(0, lowerBound(at, value) - 1));
    const outputAt = (end) => modelOutput(classifier, {
        ...features,
        rowCount: known.length,
        columns: columns.map((column, f) => f === index ? column.map((_, i) => at[binOfRow[i] + end]) : column),
    }, scale);
    const lower = outputAt(0);
    const upper = outputAt(1);
    const change = new Float64Array(at.length - 1);
    const rowsOfBin = new Float64Array(at.length - 1);
    binOfRow.forEach((bin, i) => {
        change[bin] += upper[i] - lower[i];
        rowsOfBin[bin]++;
    });
    const effect = new Float64Array(at.length);
    for (let bin = 0; bin < change.length; bin++)
        effect[bin + 1] = effect[bin] + (rowsOfBin[bin] > 0 ? change[bin] / rowsOfBin[bin] : 0);
    // A row counts half at either end of its bin, as in the authors' ALEPlot.
    const mean = rowsOfBin.reduce((sum, rows, bin) => sum + (rows * (effect[bin] + effect[bin + 1])) / 2, 0) /
        known.length;
    return {
        feature,
        at,
        effect: effect.map((value) => value - mean),
        rowsOfBin,
        missing: features.rowCount - known.length,
    };
}
/**
 * Ascending, each once: the values where they are few, else quantiles from the smallest to the
 * largest.
 */
function binEnds(values, bins) {
    const sorted = Float64Array.from(values).sort();
    const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
    if (distinct.length <= bins + 1)
        return distinct;
    const ends = Float64Array.from({ length: bins + 1 }, (_, bin) => quantileSorted(sorted, bin / bins));
    return ends.filter((value, i) => i === 0 || value > ends[i - 1]);
}
//# sourceMappingURL=accumulated-local-effects.js.map