import { normalQuantile } from "./intervals.js";
import { medianSorted } from "./quantile.js";
/**
 * The Theil-Sen slope of y on x: the median of the slopes through all pairs of points with
 * different x (Theil, 1950; Sen, 1968). Up to 29 % of the points may be arbitrary without spoiling
 * it. The interval is Sen's: the slopes whose rank lies within z standard errors of Kendall's
 * score, with the variance corrected for ties in x and in y (Kendall, 1970), as
 * `scipy.stats.theilslopes` counts them: the k-th from either end, k = round((pairs - C) / 2), C
 * being z standard errors; where there is no such slope the interval has no end there. O(n^2): thin
 * out above a thousand points. NaN with a boundless interval where x takes one value only.
 */
export function theilSenSlope(x, y, level = 0.95) {
    if (x.length !== y.length)
        throw new RangeError(`${x.length} values of x for ${y.length} of y`);
    const n = x.length;
    const slopes = new Float64Array((n * (n - 1)) / 2);
    let pairs = 0;
    for (let i = 0; i < n; i++) {
        for (let j = i + 1; j < n; j++)
            if (x[i] !== x[j])
                slopes[pairs++] = (y[j] - y[i]) / (x[j] - x[i]);
    }
    if (pairs === 0)
        return { estimate: NaN, low: -Infinity, high: Infinity, level };
    const sorted = slopes.subarray(0, pairs).sort();
    const half = normalQuantile(0.5 + level / 2) * Math.sqrt(kendallScoreVariance(x, y));
    const fromEnd = Math.round((pairs - half) / 2);
    return {
        estimate: medianSorted(sorted),
        low: fromEnd < 1 ? -Infinity : sorted[fromEnd - 1],
        high: fromEnd < 1 ? Infinity : sorted[pairs - fromEnd],
        level,
    };
}
/**
 * Variance of Kendall's score (concordant minus discordant pairs) when x and y are unrelated, for
 * values with ties.
 */
export function kendallScoreVariance(x, y) {
    const n = x.length;
    const tx = tieSums(x);
    const ty = tieSums(y);
    const whole = n * (n - 1) * (2 * n + 5) - tx.variance - ty.variance;
    const triples = n > 2 ? (tx.triples * ty.triples) / (9 * n * (n - 1) * (n - 2)) : 0;
    const pairs = n > 1 ? (tx.pairs * ty.pairs) / (2 * n * (n - 1)) : 0;
    return whole / 18 + triples + pairs;
}
/** Sums over groups of t equal values: t(t-1), t(t-1)(t-2), t(t-1)(2t+5). */
function tieSums(values) {
    const sizes = new Map();
    for (let i = 0; i < values.length; i++)
        sizes.set(values[i], (sizes.get(values[i]) ?? 0) + 1);
    let pairs = 0;
    let triples = 0;
    let variance = 0;
    for (const t of sizes.values()) {
        pairs += t * (t - 1);
        triples += t * (t - 1) * (t - 2);
        variance += t * (t - 1) * (2 * t + 5);
    }
    return { pairs, triples, variance };
}
//# sourceMappingURL=theil-sen.js.map