/**
 * Checks what every fit relies on and adds up the weights. Throws where there is no row, a length
 * does not fit, a label is not 0 or 1, a weight is negative or not finite, all weights are zero, or
 * a feature is infinite (NaN means missing and is each model's business).
 */
export function checkTrainingData({ features, label, weight }) {
    const { rowCount, names, columns } = features;
    if (rowCount === 0)
        throw new RangeError("there are no rows to fit a model to");
    if (label.length !== rowCount)
        throw new RangeError(`${label.length} labels for ${rowCount} rows`);
    if (weight && weight.length !== rowCount)
        throw new RangeError(`${weight.length} weights for ${rowCount} rows`);
    let total = 0;
    let positiveWeight = 0;
    for (let row = 0; row < rowCount; row++) {
        const share = weight ? weight[row] : 1;
        if (label[row] > 1)
            throw new RangeError(`row ${row} has label ${label[row]}; a label is 0 or 1 (leave rows without a label ` +
                "out first)");
        if (!(share >= 0 && share < Infinity))
            throw new RangeError(`row ${row} has weight ${share}; a weight is a finite number, 0 or more`);
        total += share;
        if (label[row] === 1)
            positiveWeight += share;
    }
    if (total === 0)
        throw new RangeError(`the weights of all ${rowCount} rows are zero`);
    columns.forEach((column, f) => {
        for (let row = 0; row < rowCount; row++) {
            if (Math.abs(column[row]) === Infinity)
                throw new RangeError(`feature "${names[f]}" is ${column[row]} in row ${row}; only finite numbers and ` +
                    "NaN (missing) are allowed");
        }
    });
    return { rows: rowCount, weight: total, positiveWeight };
}
/** Throws a RangeError with `message` where an option is not what it must be. */
export function requireThat(fine, message) {
    if (!fine)
        throw new RangeError(message);
}
/** Throws where only one class has weight: a model that draws a boundary has none to draw. */
export function requireBothClasses({ weight, positiveWeight }, title) {
    if (positiveWeight > 0 && positiveWeight < weight)
        return;
    throw new RangeError(`${title} needs both classes, but every row has label ${positiveWeight > 0 ? 1 : 0}; the ` +
        "constant baseline is all there is to learn");
}
/**
 * The columns a fitted model reads, in its order, whatever else the table holds. Throws on a
 * feature that is absent.
 */
export function columnsOf(featureNames, table) {
    return featureNames.map((name) => {
        const index = table.names.indexOf(name);
        if (index < 0)
            throw new Error(`the model was fitted on the feature "${name}", which this table lacks; it has ` +
                `${table.names.join(", ")}`);
        return table.columns[index];
    });
}
//# sourceMappingURL=training-data.js.map