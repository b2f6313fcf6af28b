/**
 * Weighted mean and standard deviation of a column; NaN is missing. A column without any value is
 * constant 0.
 */
export function scaleOf(column, weight) {
    let total = 0;
    let missing = 0;
    let sum = 0;
    let low = Infinity;
    let high = -Infinity;
    for (let row = 0; row < column.length; row++) {
        const value = column[row];
        const share = weight ? weight[row] : 1;
        if (share === 0)
            continue;
        if (Number.isNaN(value)) {
            missing += share;
            continue;
        }
        total += share;
        sum += share * value;
        low = Math.min(low, value);
        high = Math.max(high, value);
    }
    if (!(low < high))
        return { mean: total > 0 ? low : 0, scale: 1, constant: true, missing };
    const mean = sum / total;
    let squares = 0;
    for (let row = 0; row < column.length; row++) {
        if (!Number.isNaN(column[row]))
            squares += (weight ? weight[row] : 1) * (column[row] - mean) ** 2;
    }
    return { mean, scale: Math.sqrt(squares / total), constant: false, missing };
}
/** A value in standard deviations from the mean; a missing one is put at the mean. */
export function standardise(value, { mean, scale }) {
    return Number.isNaN(value) ? 0 : (value - mean) / scale;
}
//# sourceMappingURL=standardise.js.map