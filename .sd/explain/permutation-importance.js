import { codeColumn, codeRows, createRandom, } from "../statistics/index.js";
import { exactRise } from "./permutation-expectation.js";
import { PairPredictions, viewGroup } from "./permutation-pairs.js";
import { costLoss, errorLoss, logLoss, lossOfRow, responseTo } from "./row-losses.js";
/**
 * Permutation importance as scikit-learn defines it (Breiman, 2001;
 * `sklearn.inspection.permutation_importance`): how much a fitted model's score falls on these
 * (held-out) rows when a group's values are shuffled among them, all columns of the group together.
 * The model answers each distinct combination of a group's values and the rest once. Where those
 * are no more than the repeats would ask for, the expectation over all shuffles comes out exactly,
 * too. The rows must not be folded: they are what is shuffled.
 */
export function permutationImportance(classifier, { features, label }, options = {}) {
    const { repeats = 5, seed = 42, within = [], cost, threshold = 0.5 } = options;
    const groups = options.groups ?? features.names.map((name) => ({ name, features: [name] }));
    checkInput(features, label, groups, repeats, cost);
    const strata = codeRows(within.map((name) => columnNamed(features, name)), features.rowCount);
    const losses = [
        errorLoss(label),
        logLoss(label),
        ...(cost ? [costLoss(cost.ifZero, cost.ifOne)] : []),
    ];
    let mixed;
    const mixedPredictor = () => mixed === undefined ? (mixed = classifier.mixedPredictor?.(features) ?? null) : mixed;
    const task = {
        classifier,
        features,
        columnCodes: features.columns.map((column) => codeColumn(column)),
        losses,
        strata,
        repeats,
        threshold,
        mixedPredictor,
        blocks: options.blocks,
        unpermuted: null,
    };
    const random = createRandom(seed).fork("permutation-importance");
    let baseline = [];
    const measured = groups.map((group, g) => {
        options.signal?.throwIfAborted();
        const result = permuteGroup(task, group, random.fork(group.name));
        baseline = result.baseline;
        options.onProgress?.((g + 1) / groups.length);
        return result.rises;
    });
    const importances = losses.map((_, l) => withShares(measured.map((rises) => rises[l])));
    return {
        rows: features.rowCount,
        repeats,
        within,
        baseline: {
            accuracy: 1 - baseline[0],
            logLoss: baseline[1],
            costUsd: cost ? baseline[2] : null,
        },
        groups: groups.map((group, g) => ({
            ...group,
            accuracy: importances[0][g],
            logLoss: importances[1][g],
            costUsd: cost ? importances[2][g] : null,
        })),
    };
}
function permuteGroup(task, group, random) {
    const { classifier, features, columnCodes, losses, strata, repeats, threshold, mixedPredictor } = task;
    const rows = features.rowCount;
    const view = viewGroup(features, columnCodes, group.features);
    const predictions = new PairPredictions(classifier, features, view, mixedPredictor);
    const place = (groupOfRow) => groupOfRow.map((value, row) => predictions.place(view.rest.codeOfRow[row], value));
    // Where pairs are few, the rows' own are among those that shuffling makes, and cost nothing; else
    // they are asked once for all groups.
    const own = predictions.distinct ? place(view.group.codeOfRow) : null;
    const rowsByStratum = sortByCode(strata);
    const shuffled = Array.from({ length: repeats }, () => place(shuffleWithin(view.group.codeOfRow, rowsByStratum, random)));
    const expectation = exactRise({
        view,
        strata,
        predictions,
        losses,
        threshold,
        blocks: task.blocks,
        mostPairs: rows * (repeats + 1),
    });
    predictions.predict();
    const meanLosses = (probabilityOf) => {
        const sums = losses.map(() => 0);
        for (let row = 0; row < rows; row++) {
            const response = responseTo(probabilityOf(row), threshold);
            for (let l = 0; l < losses.length; l++)
                sums[l] += lossOfRow(losses[l], row, response);
        }
        return sums.map((sum) => sum / rows);
    };
    const unpermuted = () => {
        const probability = classifier.predictProbability(features);
        return meanLosses((row) => probability[row]);
    };
    const baseline = own
        ? meanLosses((row) => predictions.at(own[row]))
        : (task.unpermuted ??= unpermuted());
    const after = shuffled.map((places) => meanLosses((row) => predictions.at(places[row])));
    const exact = expectation?.() ?? null;
    return {
        baseline,
        rises: losses.map((_, l) => ({
            raw: Float64Array.from(after, (means) => means[l] - baseline[l]),
            exact: exact && exact[l],
        })),
    };
}
/** Rows of each stratum, one stratum after the other. */
function sortByCode({ codeOfRow, codeCount }) {
    const rows = Array.from({ length: codeCount }, () => []);
    codeOfRow.forEach((code, row) => rows[code].push(row));
    return rows.map((members) => Uint32Array.from(members));
}
function shuffleWithin(values, rowsByStratum, random) {
    const result = new Uint32Array(values.length);
    for (const rows of rowsByStratum) {
        const shuffled = random.shuffle(rows.map((row) => values[row]));
        rows.forEach((row, i) => (result[row] = shuffled[i]));
    }
    return result;
}
function withShares(rises) {
    const summarised = rises.map(({ raw, exact }) => {
        const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
        const variance = raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / raw.length;
        return {
            raw,
            mean,
            standardDeviation: Math.sqrt(variance),
            exact,
            positive: withoutRounding(exact ? exact.mean : mean),
        };
    });
    const total = summarised.reduce((sum, { positive }) => sum + positive, 0);
    return summarised.map(({ positive, ...importance }) => ({
        ...importance,
        share: total > 0 ? positive / total : NaN,
    }));
}
/**
 * A rise as a part of the whole: below what sums of a few million terms leave as rounding, it is
 * none.
 */
function withoutRounding(rise) {
    return rise > 1e-12 ? rise : 0;
}
function columnNamed(features, name) {
    const index = features.names.indexOf(name);
    if (index < 0)
        throw new Error(`the table has no feature "${name}" to stay within; it has ${features.names.join(", ")}`);
    return features.columns[index];
}
function checkInput(features, label, groups, repeats, cost) {
    const rows = features.rowCount;
    if (rows === 0)
        throw new RangeError("there are no rows to permute");
    if (label.length !== rows)
        throw new RangeError(`${label.length} labels for ${rows} rows`);
    if (label.some((y) => y > 1))
        throw new RangeError("a label is 0 or 1; leave rows without a label out first");
    if (!(Number.isInteger(repeats) && repeats >= 1))
        throw new RangeError(`a number of repeats is 1 or more, not ${repeats}`);
    if (cost && (cost.ifZero.length !== rows || cost.ifOne.length !== rows))
        throw new RangeError(`${cost.ifZero.length} and ${cost.ifOne.length} costs for ${rows} rows`);
    for (const group of groups)
        if (group.features.length === 0)
            throw new RangeError(`the group "${group.name}" has no features to permute`);
}
//# sourceMappingURL=permutation-importance.js.map