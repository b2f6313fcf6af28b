/**
 * ln(n!) for a whole number n: a table to 170, Stirling's series beyond (relative error below
 * 1e-15).
 */
export function logFactorial(n) {
    if (n < TABLE.length)
        return TABLE[n];
    const x = n + 1;
    return ((x - 0.5) * Math.log(x) -
        x +
        HALF_LOG_TWO_PI +
        1 / (12 * x) -
        1 / (360 * x ** 3) +
        1 / (1260 * x ** 5));
}
const HALF_LOG_TWO_PI = 0.9189385332046727;
const TABLE = new Float64Array(171);
for (let n = 2, factorial = 1; n < TABLE.length; n++)
    TABLE[n] = Math.log((factorial *= n));
//# sourceMappingURL=log-factorial.js.map