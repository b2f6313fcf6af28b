import { binomialProbability, medianSorted, normalQuantile, sortedCopy, } from "../statistics/index.js";
/**
 * A median with the interval of order statistics (the binomial one, by its normal approximation
 * from 50 values on): no assumption on the distribution but that the values are independent.
 * Boundless on either side with too few values.
 */
export function medianInterval(values, level) {
    const sorted = sortedCopy(values);
    const n = sorted.length;
    let rank = n < 50
        ? exactRank(n, level)
        : Math.floor(n / 2 - (normalQuantile(0.5 + level / 2) * Math.sqrt(n)) / 2);
    rank = Math.max(0, rank);
    return {
        estimate: medianSorted(sorted),
        low: rank === 0 ? -Infinity : sorted[rank - 1],
        high: rank === 0 ? Infinity : sorted[n - rank],
        level,
    };
}
/** The largest k with P(fewer than k of n values lie below the median) at most (1 - level) / 2. */
function exactRank(n, level) {
    let tail = 0;
    let k = 0;
    while (k < n / 2 && (tail += binomialProbability(k, n, 0.5)) <= (1 - level) / 2)
        k++;
    return k;
}
//# sourceMappingURL=median-interval.js.map