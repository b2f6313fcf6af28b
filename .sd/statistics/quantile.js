/**
 * Quantiles by linear interpolation between order statistics: NumPy's default `method="linear"`,
 * R's type 7 (Hyndman and Fan, 1996, definition 7). The arithmetic follows NumPy's `_lerp` to the
 * last bit, including its change of anchor at one half, so that labels made here equal labels made
 * in Python. (The `quantile` of simple-statistics follows another definition.)
 */
export function quantile(values, probability) {
    return quantileSorted(sortedCopy(values), probability);
}
/**
 * The same on values already in ascending order, which may end in Infinity. NaN when there are
 * none.
 */
export function quantileSorted(sorted, probability) {
    if (!(probability >= 0 && probability <= 1))
        throw new RangeError(`a quantile's probability lies in [0, 1], not ${probability}`);
    if (sorted.length === 0)
        return NaN;
    const position = (sorted.length - 1) * probability;
    const below = Math.floor(position);
    const low = sorted[below];
    const high = sorted[Math.min(below + 1, sorted.length - 1)];
    const t = position - below;
    // Between infinities there is nothing to interpolate, and just at a finite value nothing beyond
    // it counts.
    if (high === Infinity)
        return low === Infinity || t > 0 ? Infinity : low;
    return t >= 0.5 ? high - (high - low) * (1 - t) : low + (high - low) * t;
}
/**
 * The median as NumPy and pandas compute it: the mean of the two middle values when their number is
 * even.
 */
export function median(values) {
    return medianSorted(sortedCopy(values));
}
/** The same on values already in ascending order. NaN when there are none. */
export function medianSorted(sorted) {
    const middle = sorted.length >> 1;
    if (sorted.length === 0)
        return NaN;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
/**
 * An ascending copy. Throws on NaN: a missing value must be taken out by whoever knows what it
 * means.
 */
export function sortedCopy(values) {
    const copy = Float64Array.from(values);
    for (let i = 0; i < copy.length; i++)
        if (Number.isNaN(copy[i]))
            throw new RangeError(`value ${i} is NaN; leave missing values out before asking for quantiles`);
    return copy.sort();
}
//# sourceMappingURL=quantile.js.map