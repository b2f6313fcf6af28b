/**
 * Folds predictions. Throws on lengths that differ, a label other than 0 and 1, a probability
 * outside [0, 1], or a negative weight.
 */
export function foldScores(label, probability, weight) {
    const rows = label.length;
    if (probability.length !== rows)
        throw new RangeError(`${probability.length} predictions for ${rows} labels`);
    if (weight && weight.length !== rows)
        throw new RangeError(`${weight.length} weights for ${rows} labels`);
    for (let row = 0; row < rows; row++) {
        if (label[row] > 1)
            throw new RangeError(`row ${row} has label ${label[row]}; a label is 0 or 1`);
        if (!(probability[row] >= 0 && probability[row] <= 1))
            throw new RangeError(`the prediction for row ${row} is ${probability[row]}; a probability lies in [0, 1]`);
        if (weight && !(weight[row] >= 0 && weight[row] < Infinity))
            throw new RangeError(`row ${row} has weight ${weight[row]}; a weight is a finite number, 0 or more`);
    }
    const distinct = Float64Array.from(new Set(probability)).sort();
    const index = new Map();
    distinct.forEach((p, i) => index.set(p, i));
    const negatives = new Float64Array(distinct.length);
    const positives = new Float64Array(distinct.length);
    for (let row = 0; row < rows; row++)
        (label[row] ? positives : negatives)[index.get(probability[row])] += weight ? weight[row] : 1;
    return {
        probability: distinct,
        negatives,
        positives,
        negativeWeight: sum(negatives),
        positiveWeight: sum(positives),
    };
}
function sum(values) {
    let total = 0;
    for (const value of values)
        total += value;
    return total;
}
//# sourceMappingURL=scores.js.map