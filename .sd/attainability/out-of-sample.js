import { logFactorial, normalQuantile } from "../statistics/index.js";
/** Share of each vector's rows that is held out while the others vote. */
const HELD_OUT = 0.1;
/** Variance a row of held-out votes near a tie, at its largest (see `tieExcess`). */
const TIE_VARIANCE = 0.87;
/**
 * The ceiling out of sample, by held-out majority: of each vector's rows a tenth (one at least) is
 * held out, the others vote, and a vector without other rows, or with a tie, answers the table's
 * larger class. The average over all such splits is taken exactly (the votes of the rows left are
 * hypergeometric), so that nothing is drawn. With sparse vectors the interval is wide, because the
 * rows really do not tell.
 */
export function outOfSampleCeiling(vectors, label, options = {}) {
    const level = options.level ?? 0.95;
    const z = normalQuantile(0.5 + level / 2);
    const { vectorOfRow } = vectors;
    const count = vectorCount(vectors);
    const heldOut = widened(clusteredMean(heldOutCorrectness(vectorOfRow, count, label), options.blockOfRow), tieExcess(vectors, label));
    const inSample = clusteredMean(inSampleCorrectness(vectorOfRow, count, label), options.blockOfRow);
    return {
        ceiling: {
            estimate: heldOut.mean,
            low: Math.max(0, heldOut.mean - z * heldOut.standardError),
            high: Math.min(1, inSample.mean + z * inSample.standardError),
            level,
        },
        inSample: inSample.mean,
        heldOut: heldOut.mean,
    };
}
/**
 * How much better a lookup of all vectors is than one on a coarser grouping of the same rows (a
 * lookup of one feature, or a single group for the constant), on new rows. Bracketed like the
 * ceiling, cautiously at the low end: `estimate` and `low` set the finer lookup's held-out rows
 * against the coarser one's own rows, `high` does the reverse.
 */
export function outOfSampleHeadroom(vectors, label, coarser, options = {}) {
    const level = options.level ?? 0.95;
    const z = normalQuantile(0.5 + level / 2);
    const difference = (fine, coarse) => clusteredMean(fine.map((share, row) => share - coarse[row]), options.blockOfRow);
    const on = (correctness, of) => correctness(of.vectorOfRow, vectorCount(of), label);
    const least = widened(difference(on(heldOutCorrectness, vectors), on(inSampleCorrectness, coarser)), tieExcess(vectors, label));
    const most = widened(difference(on(inSampleCorrectness, vectors), on(heldOutCorrectness, coarser)), tieExcess(coarser, label));
    return {
        estimate: least.mean,
        low: least.mean - z * least.standardError,
        high: most.mean + z * most.standardError,
        level,
    };
}
/**
 * Variance of the held-out mean that its rows do not show. In a vector near a tie the held-out rows
 * are right or wrong together, with the few votes that decide: enumerated for labels of a fair
 * coin, the variance is .25 a row with one row in the vector, .5 with two, .87 with ten, .51 with
 * many, against the .25 of rows that are right independently.
 */
function tieExcess(vectors, label) {
    const { rows, positives } = groupCounts(vectors.vectorOfRow, vectorCount(vectors), label);
    let excess = 0;
    for (let g = 0; g < rows.length; g++) {
        const nearTie = Math.abs(2 * positives[g] - rows[g]) <= 2 * Math.sqrt(rows[g]);
        if (rows[g] > 1 && nearTie)
            excess += (TIE_VARIANCE - 0.25) * rows[g];
    }
    return excess / label.length ** 2;
}
function widened({ mean, standardError }, variance) {
    return { mean, standardError: Math.sqrt(standardError ** 2 + variance) };
}
function vectorCount(vectors) {
    return "vectorCount" in vectors ? vectors.vectorCount : vectors.rows.length;
}
/** Mean of `heldOutCorrectness`, without a value a row. */
export function heldOutAccuracy(groupOfRow, groupCount, label) {
    const { rows, positives } = groupCounts(groupOfRow, groupCount, label);
    const correct = heldOutByGroup(rows, positives, label.length);
    let sum = 0;
    for (let g = 0; g < groupCount; g++)
        sum += (rows[g] - positives[g]) * correct[2 * g] + positives[g] * correct[2 * g + 1];
    return sum / label.length;
}
/**
 * For each row the probability that the other rows of its group, a tenth of the group left out,
 * vote for its label.
 */
export function heldOutCorrectness(groupOfRow, groupCount, label) {
    const { rows, positives } = groupCounts(groupOfRow, groupCount, label);
    const correct = heldOutByGroup(rows, positives, label.length);
    return Float64Array.from(label, (y, row) => correct[2 * groupOfRow[row] + y]);
}
/**
 * How likely the others are to be right on a held-out row of each group: for label 0, then for
 * label 1. The larger class, which answers where they cannot, is that of the table without the row.
 */
function heldOutByGroup(rows, positives, total) {
    const allPositives = positives.reduce((sum, n) => sum + n, 0);
    const constantFor = [
        Number(2 * allPositives >= total - 1),
        Number(2 * (allPositives - 1) >= total - 1),
    ];
    const correct = new Float64Array(2 * rows.length);
    for (let g = 0; g < rows.length; g++) {
        const n = rows[g];
        const k = positives[g];
        const voters = n - Math.max(1, Math.round(n * HELD_OUT));
        if (k < n)
            correct[2 * g] = 1 - votesForOne(n - 1, k, voters, constantFor[0]);
        if (k > 0)
            correct[2 * g + 1] = votesForOne(n - 1, k - 1, voters, constantFor[1]);
    }
    return correct;
}
/** For each row whether its group's larger class is its label: 1, 0, or 1/2 at a tie. */
export function inSampleCorrectness(groupOfRow, groupCount, label) {
    const { rows, positives } = groupCounts(groupOfRow, groupCount, label);
    const answer = rows.map((n, g) => (2 * positives[g] === n ? 0.5 : Number(2 * positives[g] > n)));
    return Float64Array.from(label, (y, row) => y === 1 ? answer[groupOfRow[row]] : 1 - answer[groupOfRow[row]]);
}
/**
 * A mean with the standard error of rows that are independent, or of blocks that are, whichever is
 * larger.
 */
export function clusteredMean(values, blockOfRow) {
    const n = values.length;
    let sum = 0;
    let squares = 0;
    for (const value of values)
        sum += value;
    const mean = sum / n;
    for (const value of values)
        squares += (value - mean) ** 2;
    const byRows = Math.sqrt(squares / Math.max(1, n - 1) / n);
    if (!blockOfRow)
        return { mean, standardError: byRows };
    const sums = new Map();
    for (let row = 0; row < n; row++)
        sums.set(blockOfRow[row], (sums.get(blockOfRow[row]) ?? 0) + values[row] - mean);
    let blockSquares = 0;
    for (const inBlock of sums.values())
        blockSquares += inBlock * inBlock;
    const byBlocks = sums.size > 1 ? Math.sqrt((blockSquares * sums.size) / (sums.size - 1)) / n : 0;
    return { mean, standardError: Math.max(byRows, byBlocks) };
}
function groupCounts(groupOfRow, groupCount, label) {
    if (label.length !== groupOfRow.length)
        throw new RangeError(`${label.length} labels for ${groupOfRow.length} rows`);
    const rows = new Float64Array(groupCount);
    const positives = new Float64Array(groupCount);
    for (let row = 0; row < label.length; row++) {
        rows[groupOfRow[row]]++;
        positives[groupOfRow[row]] += label[row];
    }
    return { rows, positives };
}
/**
 * P(a majority of `voters` drawn from `n` rows with `k` positives is positive), a tie going to
 * `constant`.
 */
function votesForOne(n, k, voters, constant) {
    if (voters === 0)
        return constant;
    const half = voters / 2;
    const mean = (voters * k) / n;
    const deviation = Math.sqrt((mean * (1 - k / n) * (n - voters)) / Math.max(1, n - 1));
    // So far from a tie the rest is below the last bit.
    if (Math.abs(mean - half) > 9 * deviation + 2)
        return mean > half ? 1 : 0;
    let above = 0;
    let tie = 0;
    for (let j = Math.max(Math.ceil(half), voters - (n - k)); j <= Math.min(k, voters); j++) {
        const probability = Math.exp(logChoose(k, j) + logChoose(n - k, voters - j) - logChoose(n, voters));
        if (j === half)
            tie = probability;
        else
            above += probability;
        if (probability < 1e-18 && j > mean)
            break;
    }
    return Math.min(1, above + tie * constant);
}
function logChoose(n, k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
//# sourceMappingURL=out-of-sample.js.map