import { codeFewValues, entropyBits, lowerBound, quantileSorted, } from "../statistics/index.js";
/** A column of many values in the few bins that `coarseEdges` make; missing values stay missing. */
export function coarsen(values, { coarseEdges }) {
    return coarseEdges
        ? values.map((value) => (Number.isNaN(value) ? NaN : lowerBound(coarseEdges, value)))
        : values;
}
const COARSENESS = { mostValues: 256, bins: 32 };
/** For combinations of several columns: three of them make 216 cells. */
export const FEW = { mostValues: 12, bins: 6 };
export function profileColumns(table, coarseness = COARSENESS) {
    return table.names.map((name, f) => profileColumn(name, table.columns[f], table.categories[f], coarseness));
}
/** Bins of fewer rows than this could not vote on rows that were left out. */
const ROWS_PER_BIN = 10;
/**
 * Columns of no more distinct values than this are sorted by counting them, which takes a tenth of
 * the time.
 */
const COUNTED_VALUES = 4096;
function profileColumn(name, column, categories, { mostValues, bins: binCount }) {
    const rows = column.length;
    const coded = codeFewValues(column, Math.max(mostValues, COUNTED_VALUES));
    const sorted = coded ? sortByCounting(column, coded) : column.slice().sort();
    // A typed array sorts NaN to its end.
    let known = rows;
    while (known > 0 && Number.isNaN(sorted[known - 1]))
        known--;
    const values = sorted.subarray(0, known);
    let distinct = known > 0 ? 1 : 0;
    let mean = 0;
    let squares = 0;
    let discrete = true;
    for (let i = 1; i < known; i++)
        if (values[i] !== values[i - 1])
            distinct++;
    for (const value of values)
        mean += value / known;
    for (const value of values) {
        squares += (value - mean) ** 2;
        if (discrete && !Number.isInteger(value))
            discrete = false;
    }
    if (known < rows)
        distinct++;
    // In a small table, too, numbers of which most rows have their own say nothing but by their
    // order.
    const ownValues = categories === null && 2 * distinct > rows;
    const binned = distinct > mostValues || ownValues;
    const mostBins = Math.max(2, Math.floor(rows / ROWS_PER_BIN));
    const { codeOfRow, codeCount } = binned || coded === null ? bins(column, values, Math.min(binCount, mostBins)) : coded;
    const counts = new Float64Array(codeCount);
    for (let row = 0; row < rows; row++)
        counts[codeOfRow[row]]++;
    return {
        name,
        categories,
        rows,
        missing: rows - known,
        distinct,
        mean: known > 0 ? mean : NaN,
        variance: known > 1 ? squares / (known - 1) : 0,
        topShare: counts.reduce((most, n) => Math.max(most, n), 0) / Math.max(1, rows),
        entropyBits: entropyBits(counts),
        discrete: discrete || categories !== null,
        codeOfRow,
        codeCount,
        binned,
        coarseEdges: distinct > FEW.mostValues ? edgesOf(values, FEW.bins) : null,
    };
}
/** The column's values in ascending order, NaN last, as a typed array sorts them. */
function sortByCounting(column, { codeOfRow, codeCount, firstRow }) {
    const counts = new Uint32Array(codeCount);
    for (let row = 0; row < codeOfRow.length; row++)
        counts[codeOfRow[row]]++;
    const valueOf = Float64Array.from(firstRow, (row) => column[row]);
    const ascending = Uint32Array.from({ length: codeCount }, (_, code) => code).sort((a, b) => Number.isNaN(valueOf[a]) ? 1 : Number.isNaN(valueOf[b]) ? -1 : valueOf[a] - valueOf[b]);
    const sorted = new Float64Array(column.length);
    let at = 0;
    for (const code of ascending)
        sorted.fill(valueOf[code], at, (at += counts[code]));
    return sorted;
}
/** Bins of (about) equal counts, closed on the right, with a code after them for missing values. */
function bins(column, sorted, count) {
    const edges = edgesOf(sorted, count);
    const codeOfRow = new Uint32Array(column.length);
    for (let row = 0; row < column.length; row++)
        codeOfRow[row] = Number.isNaN(column[row]) ? edges.length + 1 : lowerBound(edges, column[row]);
    return { codeOfRow, codeCount: edges.length + 2 };
}
function edgesOf(sorted, count) {
    return Float64Array.from(new Set(Array.from({ length: count - 1 }, (_, b) => quantileSorted(sorted, (b + 1) / count))));
}
//# sourceMappingURL=column-profile.js.map