/**
 * Spearman's rank correlation (1904): Pearson's correlation of the ranks, equal values sharing the
 * mean of theirs. NaN where either side is constant. Throws where the lengths differ.
 */
export function rankCorrelation(first, second) {
    if (first.length !== second.length)
        throw new RangeError(`${first.length} values beside ${second.length}; a correlation is of pairs`);
    const a = ranks(first);
    const b = ranks(second);
    const middle = (first.length + 1) / 2;
    let product = 0;
    let squaresA = 0;
    let squaresB = 0;
    for (let i = 0; i < a.length; i++) {
        product += (a[i] - middle) * (b[i] - middle);
        squaresA += (a[i] - middle) ** 2;
        squaresB += (b[i] - middle) ** 2;
    }
    return squaresA > 0 && squaresB > 0 ? product / Math.sqrt(squaresA * squaresB) : NaN;
}
/** Ranks from 1; equal values get the mean of the ranks they take up. */
export function ranks(values) {
    const order = Uint32Array.from({ length: values.length }, (_, i) => i).sort((i, j) => values[i] - values[j] || i - j);
    const result = new Float64Array(values.length);
    for (let from = 0, to = 0; from < order.length; from = to) {
        while (to < order.length && values[order[to]] === values[order[from]])
            to++;
        for (let i = from; i < to; i++)
            result[order[i]] = (from + 1 + to) / 2;
    }
    return result;
}
//# sourceMappingURL=rank-correlation.js.map