/**
 * Newton's steps after which a most likely fit that exists has been found: separated rows have then
 * moved by about one unit a step.
 */
export const SEPARATION_ITERATIONS = 25;
/**
 * Tells separation from how Newton's method ended on the problem without a penalty, by a
 * certificate. Coefficients that put every row on its right side prove complete separation. Where
 * the method did not converge, its last step proves quasi-complete separation if no row moved the
 * wrong way and none with both labels moved at all (but for 1 % of the longest move, since the last
 * step only nears that direction). `names` are those of `columns` after the intercept.
 */
export function findSeparation({ negatives, positives }, solution, names) {
    const { predictor, lastPredictorStep, lastStep, converged } = solution;
    // How far a row lies, or moved, to its right side; a row with both labels has none.
    const gain = (values, row) => negatives[row] === 0
        ? values[row]
        : positives[row] === 0
            ? -values[row]
            : -Math.abs(values[row]);
    let total = 0;
    let allRight = true;
    let longest = 0;
    for (let row = 0; row < predictor.length; row++) {
        const weight = negatives[row] + positives[row];
        if (weight === 0)
            continue;
        total += weight;
        if (gain(predictor, row) <= 0)
            allRight = false;
        longest = Math.max(longest, Math.abs(lastPredictorStep[row]));
    }
    const largest = Math.max(...lastStep.subarray(1).map(Math.abs));
    const growing = names.filter((_, j) => Math.abs(lastStep[j + 1]) > 0.01 * largest);
    if (allRight)
        return { kind: "complete", features: growing, weight: total };
    if (converged)
        return null;
    let split = 0;
    for (let row = 0; row < predictor.length; row++) {
        const moved = gain(lastPredictorStep, row);
        const weight = negatives[row] + positives[row];
        if (weight > 0 && moved < -0.01 * longest)
            return null;
        if (moved > 0.1 * longest)
            split += weight;
    }
    return { kind: "quasi-complete", features: growing, weight: split };
}
//# sourceMappingURL=separation.js.map