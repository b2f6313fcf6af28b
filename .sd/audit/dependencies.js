import { codeColumn, codeRows } from "../statistics/index.js";
/**
 * Rows a value of the determinants must have on average: where nearly every row has a value of its
 * own, it tells everything and means nothing.
 */
const LEAST_ROWS_PER_VALUE = 5;
/**
 * The minimal functional dependencies between features: one feature that tells another, and two
 * that together tell a third which neither tells alone. Exact, or with an error of at most
 * `maxError` that also takes away nine tenths of the error of always guessing the dependent's most
 * frequent value. They are found on the distinct feature vectors and how often each occurs; where
 * rows do not fold, on the audit's sample of rows, and then confirmed on all.
 */
export function findDependencies(data, maxError) {
    const { features } = data.table;
    const names = features.names;
    const { table, weights } = data.foldable
        ? { table: data.distinct.features, weights: data.distinct.rows }
        : { table: data.sample, weights: new Float64Array(data.sample.rowCount).fill(1) };
    const rows = data.foldable ? features.rowCount : table.rowCount;
    const codes = table.columns.map((column) => codeColumn(column, table.rowCount));
    const varying = names.map((_, f) => f).filter((f) => codes[f].codeCount > 1);
    const determinants = varying.filter((f) => codes[f].codeCount * LEAST_ROWS_PER_VALUE <= rows);
    const guess = codes.map((code) => constantError(code, weights));
    const holds = (error, dependent) => error === 0 || (error <= maxError && error <= 0.1 * guess[dependent]);
    const confirmed = (set, dependent) => {
        const error = data.foldable
            ? g3(codeRows(set.map((f) => codes[f].codeOfRow), table.rowCount), codes[dependent], weights)
            : g3(codeRows(set.map((f) => features.columns[f]), features.rowCount), codeColumn(features.columns[dependent]), new Float64Array(features.rowCount).fill(1));
        return holds(error, dependent)
            ? { determinants: set.map((f) => names[f]), dependent: names[dependent], error }
            : null;
    };
    const found = [];
    const toldBy = names.map(() => new Set());
    for (const a of determinants) {
        for (const b of varying) {
            if (a === b ||
                codes[b].codeCount > codes[a].codeCount * 2 ||
                !holds(g3(codes[a], codes[b], weights), b))
                continue;
            const dependency = confirmed([a], b);
            if (dependency) {
                found.push(dependency);
                toldBy[b].add(a);
            }
        }
    }
    for (const [i, a] of determinants.entries()) {
        for (const b of determinants.slice(i + 1)) {
            // Of two features of which one tells the other, the pair says no more than the one.
            if (toldBy[a].has(b) || toldBy[b].has(a))
                continue;
            const targets = varying.filter((c) => c !== a && c !== b && !toldBy[c].has(a) && !toldBy[c].has(b));
            const pair = codeRows([codes[a].codeOfRow, codes[b].codeOfRow], table.rowCount);
            if (pair.codeCount * LEAST_ROWS_PER_VALUE > rows)
                continue;
            for (const c of targets) {
                const dependency = tells(pair, codes[c].codeOfRow) ? confirmed([a, b], c) : null;
                if (dependency?.error === 0)
                    found.push(dependency);
            }
        }
    }
    return found;
}
/** Whether each code comes with one value only. */
function tells({ codeOfRow, codeCount }, values) {
    const first = new Float64Array(codeCount).fill(-1);
    for (let row = 0; row < values.length; row++) {
        const code = codeOfRow[row];
        if (first[code] < 0)
            first[code] = values[row];
        else if (first[code] !== values[row])
            return false;
    }
    return true;
}
/**
 * Share of the weight that does not have the most frequent dependent value of its determinant's
 * value.
 */
function g3(determinant, dependent, weights) {
    const { codeOfRow, codeCount } = codeRows([determinant.codeOfRow, dependent.codeOfRow], determinant.codeOfRow.length);
    if (codeCount === determinant.codeCount)
        return 0;
    const counts = new Float64Array(codeCount);
    const most = new Float64Array(determinant.codeCount);
    let total = 0;
    let kept = 0;
    for (let row = 0; row < codeOfRow.length; row++) {
        counts[codeOfRow[row]] += weights[row];
        total += weights[row];
    }
    for (let row = 0; row < codeOfRow.length; row++) {
        const code = determinant.codeOfRow[row];
        if (counts[codeOfRow[row]] > most[code])
            most[code] = counts[codeOfRow[row]];
    }
    for (const n of most)
        kept += n;
    return 1 - kept / total;
}
function constantError({ codeOfRow, codeCount }, weights) {
    const counts = new Float64Array(codeCount);
    let total = 0;
    for (let row = 0; row < codeOfRow.length; row++) {
        counts[codeOfRow[row]] += weights[row];
        total += weights[row];
    }
    return 1 - counts.reduce((most, n) => Math.max(most, n), 0) / total;
}
//# sourceMappingURL=dependencies.js.map