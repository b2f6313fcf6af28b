import { lowerBound, sortNumbers } from "../statistics/index.js";

/**
 * How a feature's values become codes of one byte. A value's code is the number of edges below it;
 * a missing value has the code 255.
 */
export interface FeatureBins {
  /** Ascending; at most 254 of them, for 255 bins. */
  edges: Float64Array;
  /** Whether a training row lacks a value. */
  hasMissing: boolean;
}

export const MISSING_CODE = 255;
export const MOST_BINS = 255;

/**
 * Bin edges of one column: half way between neighbouring values where there are at most 255
 * distinct ones (so that a histogram loses nothing), otherwise the upper ends of 255 bins of about
 * equal weight. Rows of weight 0 have no say.
 */
export function findBins(column: Float64Array, weight?: Float64Array): FeatureBins {
  const { distinct, cumulative, hasMissing } = distinctValues(column, weight);
  const count = distinct.length;
  const edges: number[] = [];
  if (count <= MOST_BINS) {
    for (let i = 0; i + 1 < count; i++) edges.push(between(distinct[i], distinct[i + 1]));
    return { edges: Float64Array.from(edges), hasMissing };
  }
  const total = cumulative[count - 1];
  for (let i = 0; i + 1 < count && edges.length < MOST_BINS - 1; i++) {
    // A bin is closed by the value that reaches its share of the weight; a heavy value may close
    // several at once.
    if (
      cumulative[i] * MOST_BINS >=
      total * (Math.floor(((i > 0 ? cumulative[i - 1] : 0) * MOST_BINS) / total) + 1)
    )
      edges.push(between(distinct[i], distinct[i + 1]));
  }
  return { edges: Float64Array.from(edges), hasMissing };
}

/**
 * Codes of `count` rows of a column, from row `from`, written to `codes` at `offset` and every
 * `stride` after it.
 */
export function binValues(
  column: Float64Array,
  { edges }: FeatureBins,
  codes: Uint8Array,
  from = 0,
  count: number = column.length,
  offset = 0,
  stride = 1,
): void {
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

/**
 * Equal cells from the first edge to the last, with the number of edges before each: most values
 * need no search beyond it.
 */
interface EdgeGrid {
  first: number;
  perUnit: number;
  edgesBefore: Uint8Array;
}

function edgeGrid(edges: Float64Array): EdgeGrid {
  const first = edges[0];
  const perUnit = CELLS / (edges[edges.length - 1] - first);
  const edgesBefore = new Uint8Array(CELLS + 1);
  for (let i = 0, cell = 0; i < edges.length; i++)
    for (const own = cellOf(edges[i], first, perUnit); cell < own;) edgesBefore[++cell] = i;
  const lastCell = cellOf(edges[edges.length - 1], first, perUnit);
  edgesBefore.fill(edges.length, lastCell + 1);
  return { first, perUnit, edgesBefore };
}

/**
 * Never falls with the value, so edges of lower cells are below it and edges of higher ones above,
 * whatever the rounding.
 */
function cellOf(value: number, first: number, perUnit: number): number {
  const at = (value - first) * perUnit;
  return at >= CELLS ? CELLS - 1 : at > 0 ? Math.floor(at) : 0;
}

/** Bins of a feature that rows may fall in, missing apart. */
export function binCount({ edges }: FeatureBins): number {
  return edges.length + 1;
}

/** A number at least `low` and below `high`: the middle, unless rounding puts it on `high`. */
function between(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  return middle >= low && middle < high ? middle : low;
}

function distinctValues(
  column: Float64Array,
  weight?: Float64Array,
): { distinct: Float64Array; cumulative: Float64Array; hasMissing: boolean } {
  const present = new Float64Array(column.length);
  let count = 0;
  let hasMissing = false;
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    if (weight && weight[row] === 0) continue;
    // Adding 0 makes -0 the 0 it equals, whichever comes first.
    if (value === value) present[count++] = value + 0;
    else hasMissing = true;
  }
  const sorted = sortNumbers(present.subarray(0, count));
  const cumulative = new Float64Array(count);
  let distinctCount = 0;
  for (let i = 0; i < count; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[distinctCount++] = sorted[i];
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

function cumulativeWeight(
  distinct: Float64Array,
  column: Float64Array,
  weight: Float64Array,
): Float64Array {
  const cumulative = new Float64Array(distinct.length);
  for (let row = 0; row < column.length; row++) {
    if (weight[row] === 0 || Number.isNaN(column[row])) continue;
    cumulative[lowerBound(distinct, column[row])] += weight[row];
  }
  for (let i = 1; i < cumulative.length; i++) cumulative[i] += cumulative[i - 1];
  return cumulative;
}
