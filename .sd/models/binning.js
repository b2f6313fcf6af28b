import { lowerBound, sortNumbers } from "../statistics/index.js";
export const MISSING_CODE = 255;
export const MOST_BINS = 255;
/**
 * Bin edges of one column: half way between neighbouring values where there are at most 255
 * distinct ones (so that a histogram loses nothing), otherwise the upper ends of 255 bins of about
 * equal weight. Rows of weight 0 have no say.
 */
export function findBins(column, weight) {
    const { distinct, cumulative, hasMissing } = distinctValues(column, weight);
    const count = distinct.length;
    const edges = [];
    if (count <= MOST_BINS) {
        for (let i = 0; i + 1 < count; i++)
            edges.push(between(distinct[i], distinct[i + 1]));
        return { edges: Float64Array.from(edges), hasMissing };
    }
    const total = cumulative[count - 1];
    for (let i = 0; i + 1 < count && edges.length < MOST_BINS - 1; i++) {
        // A bin is closed by the value that reaches its share of the weight; a heavy value may close
        // several at once.
        if (cumulative[i] * MOST_BINS >=
            total * (Math.floor(((i > 0 ? cumulative[i - 1] : 0) * MOST_BINS) / total) + 1))
            edges.push(between(distinct[i], distinct[i + 1]));
    }
    return { edges: Float64Array.from(edges), hasMissing };
}
/**
 * Codes of `count` rows of a column, from row `from`, written to `codes` at `offset` and every
 * `stride` after it.
 */
export function binValues(column, { edges }, codes, from = 0, count = column.length, offset = 0, stride = 1) {
    const grid = count >= FEW_VALUES && edges.length > 1 ? edgeGrid(edges) : null;
    for (let i = 0, at = offset; i < count; i++, at += stride) {
        const value = column[from + i];
        if (value !== value) {
            codes[at] = MISSING_CODE;
            continue;
        }
        let low = 0;
        let high = edges.length;
        if (grid) {
            const cell = cellOf(value, grid.first, grid.perUnit);
            low = grid.edgesBefore[cell];
            high = grid.edgesBefore[cell + 1];
        }
        codes[at] = lowerBound(edges, value, low, high);
    }
}
/** Below this many values, laying a grid takes longer than it saves. */
const FEW_VALUES = 512;
const CELLS = 1024;
function edgeGrid(edges) {
    const first = edges[0];
    const perUnit = CELLS / (edges[edges.length - 1] - first);
    const edgesBefore = new Uint8Array(CELLS + 1);
    for (let i = 0, cell = 0; i < edges.length; i++)
        for (const own = cellOf(edges[i], first, perUnit); cell < own;)
            edgesBefore[++cell] = i;
    const lastCell = cellOf(edges[edges.length - 1], first, perUnit);
    edgesBefore.fill(edges.length, lastCell + 1);
    return { first, perUnit, edgesBefore };
}
/**
 * Never falls with the value, so edges of lower cells are below it and edges of higher ones above,
 * whatever the rounding.
 */
function cellOf(value, first, perUnit) {
    const at = (value - first) * perUnit;
    return at >= CELLS ? CELLS - 1 : at > 0 ? Math.floor(at) : 0;
}
/** Bins of a feature that rows may fall in, missing apart. */
export function binCount({ edges }) {
    return edges.length + 1;
}
/** A number at least `low` and below `high`: the middle, unless rounding puts it on `high`. */
function between(low, high) {
    const middle = low / 2 + high / 2;
    return middle >= low && middle < high ? middle : low;
}
function distinctValues(column, weight) {
    const present = new Float64Array(column.length);
    let count = 0;
    let hasMissing = false;
    for (let row = 0; row < column.length; row++) {
        const value = column[row];
        if (weight && weight[row] === 0)
            continue;
        // Adding 0 makes -0 the 0 it equals, whichever comes first.
        if (value === value)
            present[count++] = value + 0;
        else
            hasMissing = true;
    }
    const sorted = sortNumbers(present.subarray(0, count));
    const cumulative = new Float64Array(count);
    let distinctCount = 0;
    for (let i = 0; i < count; i++) {
        if (i === 0 || sorted[i] !== sorted[i - 1])
            sorted[distinctCount++] = sorted[i];
        cumulative[distinctCount - 1] = i + 1;
    }
    const distinct = sorted.subarray(0, distinctCount);
    return {
        distinct,
        cumulative: weight
            ? cumulativeWeight(distinct, column, weight)
            : cumulative.subarray(0, distinctCount),
        hasMissing,
    };
}
function cumulativeWeight(distinct, column, weight) {
    const cumulative = new Float64Array(distinct.length);
    for (let row = 0; row < column.length; row++) {
        if (weight[row] === 0 || Number.isNaN(column[row]))
            continue;
        cumulative[lowerBound(distinct, column[row])] += weight[row];
    }
    for (let i = 1; i < cumulative.length; i++)
        cumulative[i] += cumulative[i - 1];
    return cumulative;
}
//# sourceMappingURL=binning.js.map