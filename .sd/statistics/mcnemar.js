import { binomialProbability } from "./binomial.js";
import { normalQuantile } from "./intervals.js";
export function mcnemarTest(onlyFirst, onlySecond) {
    const trials = onlyFirst + onlySecond;
    const fewer = Math.min(onlyFirst, onlySecond);
    if (!(Number.isInteger(onlyFirst) && Number.isInteger(onlySecond) && fewer >= 0)) {
        throw new RangeError(`McNemar's test counts rows: whole numbers, 0 or more, not ${onlyFirst} and ${onlySecond}`);
    }
    if (trials === 0)
        return { onlyFirst, onlySecond, exactP: 1, midP: 1 };
    const seen = binomialProbability(fewer, trials, 0.5);
    // P(X = k - 1) = P(X = k) k / (n - k + 1): down from what was seen until nothing is added any
    // more.
    let tail = seen;
    for (let k = fewer, term = seen; k > 0 && term > tail * 1e-18; k--)
        tail += term *= k / (trials - k + 1);
    // At a tie both tails meet in the middle, which counts once.
    const exactP = onlyFirst === onlySecond ? 1 : Math.min(1, 2 * tail);
    return {
        onlyFirst,
        onlySecond,
        exactP,
        midP: onlyFirst === onlySecond ? 1 - seen / 2 : 2 * tail - seen,
    };
}
/**
 * The difference of two paired proportions (first minus second) with the interval of Agresti and
 * Min (2005): Wald's, after half a row was added to each of the four cells.
 */
export function pairedDifferenceInterval(onlyFirst, onlySecond, rows, level = 0.95) {
    if (!(rows >= onlyFirst + onlySecond))
        throw new RangeError(`${onlyFirst} + ${onlySecond} differing rows out of ${rows}`);
    if (rows === 0)
        return { estimate: NaN, low: -1, high: 1, level };
    const { centre, standardError } = adjustedDifference(onlyFirst, onlySecond, rows);
    const half = normalQuantile(0.5 + level / 2) * standardError;
    return {
        estimate: (onlyFirst - onlySecond) / rows,
        low: Math.max(-1, centre - half),
        high: Math.min(1, centre + half),
        level,
    };
}
/** Centre and standard error of the interval of Agresti and Min. */
export function adjustedDifference(onlyFirst, onlySecond, rows) {
    const first = onlyFirst + 0.5;
    const second = onlySecond + 0.5;
    const total = rows + 2;
    const centre = (first - second) / total;
    const variance = (first + second) / total - centre * centre;
    return { centre, standardError: Math.sqrt(variance / total) };
}
//# sourceMappingURL=mcnemar.js.map