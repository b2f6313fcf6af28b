import { margins } from "./information.js";
/**
 * Pearson's chi-square test that the rows and columns of a table of counts (row-major) are
 * independent. Rows and columns without counts are left out. With a single row or column there is
 * nothing to test: p is 1.
 */
export function independenceTest(counts, columnCount) {
    const { rows, columns, total } = margins(counts, columnCount);
    const r = rows.filter((n) => n > 0).length;
    const c = columns.filter((n) => n > 0).length;
    const degreesOfFreedom = (r - 1) * (c - 1);
    if (degreesOfFreedom <= 0)
        return { statistic: 0, degreesOfFreedom: 0, p: 1, cramersV: 0 };
    let statistic = 0;
    for (let i = 0; i < counts.length; i++) {
        const expected = (rows[Math.floor(i / columnCount)] * columns[i % columnCount]) / total;
        if (expected > 0)
            statistic += (counts[i] - expected) ** 2 / expected;
    }
    const phi = Math.max(0, statistic / total - degreesOfFreedom / (total - 1));
    const smaller = Math.min(r - (r - 1) ** 2 / (total - 1), c - (c - 1) ** 2 / (total - 1)) - 1;
    return {
        statistic,
        degreesOfFreedom,
        p: chiSquareTail(statistic, degreesOfFreedom),
        cramersV: smaller > 0 ? Math.min(1, Math.sqrt(phi / smaller)) : 0,
    };
}
/**
 * P(X > statistic) for X chi-square distributed: the upper regularised incomplete gamma function,
 * by its series or continued fraction (Lentz).
 */
export function chiSquareTail(statistic, degreesOfFreedom) {
    if (!(degreesOfFreedom > 0))
        throw new RangeError(`degrees of freedom must be positive, not ${degreesOfFreedom}`);
    if (statistic <= 0)
        return 1;
    const a = degreesOfFreedom / 2;
    const x = statistic / 2;
    const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
    if (x < a + 1) {
        let term = 1 / a;
        let sum = term;
        for (let k = 1; k < 10_000 && term > sum * 1e-16; k++)
            sum += term *= x / (a + k);
        return Math.max(0, 1 - sum * scale);
    }
    let b = x + 1 - a;
    let c = 1e300;
    let d = 1 / b;
    let fraction = d;
    for (let k = 1; k < 10_000; k++) {
        const an = -k * (k - a);
        b += 2;
        d = 1 / (an * d + b);
        c = b + an / c;
        fraction *= d * c;
        if (Math.abs(d * c - 1) < 1e-15)
            break;
    }
    return scale * fraction;
}
/** ln Gamma(x) for x > 0: Stirling's series after moving x above 10. */
function logGamma(x) {
    let shift = 0;
    for (; x < 10; x++)
        shift -= Math.log(x);
    return (shift +
        (x - 0.5) * Math.log(x) -
        x +
        0.9189385332046727 +
        1 / (12 * x) -
        1 / (360 * x ** 3) +
        1 / (1260 * x ** 5) -
        1 / (1680 * x ** 7));
}
//# sourceMappingURL=chi-square.js.map