import { COARSE, coarseEdges } from "../attainability/index.js";
import type { FeatureTable } from "../features/index.js";
import {
  codeFewValues,
  entropyBits,
  lowerBound,
  quantileSorted,
  type RowCodes,
} from "../statistics/index.js";

/** A column as the checks on tables see it. */
export interface ColumnProfile {
  name: string;
  /** Names by code, for a coded column. */
  categories: readonly string[] | null;
  rows: number;
  missing: number;
  /** Distinct values; a missing value counts as one. */
  distinct: number;
  mean: number;
  /** Sample variance of the values that are there. */
  variance: number;
  /** Share of the rows that have the most frequent (coarse) value. */
  topShare: number;
  /** Of the coarse codes, bits. */
  entropyBits: number;
  /** Whole numbers or names only. */
  discrete: boolean;
  /**
   * Distinct values coded; above so many, or where most rows have a number of their own, bins of
   * equal counts. Missing values have a code of their own.
   */
  codeOfRow: Uint32Array;
  codeCount: number;
  /** Whether the codes are bins. */
  binned: boolean;
  /**
   * The values between which few bins of equal counts lie, ascending; null where a column has few
   * values anyway.
   */
  coarseEdges: Float64Array | null;
}

/**
 * Columns with more distinct values than `mostValues` are looked at in bins: a lookup of them would
 * only know its own rows.
 */
export interface Coarseness {
  mostValues: number;
  bins: number;
}

const COARSENESS: Coarseness = { mostValues: 256, bins: 32 };
/** For combinations of several columns. */
export const FEW: Coarseness = COARSE;

export function profileColumns(
  table: FeatureTable,
  coarseness: Coarseness = COARSENESS,
): ColumnProfile[] {
  return table.names.map((name, f) =>
    profileColumn(name, table.columns[f], table.categories[f], coarseness),
  );
}

/** Bins of fewer rows than this could not vote on rows that were left out. */
const ROWS_PER_BIN = 10;

/**
 * Columns of no more distinct values than this are sorted by counting them, which takes a tenth of
 * the time.
 */
const COUNTED_VALUES = 4096;

function profileColumn(
  name: string,
  column: Float64Array,
  categories: readonly string[] | null,
  { mostValues, bins: binCount }: Coarseness,
): ColumnProfile {
  const rows = column.length;
  const coded = codeFewValues(column, Math.max(mostValues, COUNTED_VALUES));
  const sorted = coded ? sortByCounting(column, coded) : column.slice().sort();
  // A typed array sorts NaN to its end.
  let known = rows;
  while (known > 0 && Number.isNaN(sorted[known - 1])) known--;
  const values = sorted.subarray(0, known);
  let distinct = known > 0 ? 1 : 0;
  let mean = 0;
  let squares = 0;
  let discrete = true;
  for (let i = 1; i < known; i++) if (values[i] !== values[i - 1]) distinct++;
  for (const value of values) mean += value / known;
  for (const value of values) {
    squares += (value - mean) ** 2;
    if (discrete && !Number.isInteger(value)) discrete = false;
  }
  if (known < rows) distinct++;
  // In a small table, too, numbers of which most rows have their own say nothing but by their
  // order.
  const ownValues = categories === null && 2 * distinct > rows;
  const binned = distinct > mostValues || ownValues;
  const mostBins = Math.max(2, Math.floor(rows / ROWS_PER_BIN));
  const { codeOfRow, codeCount } =
    binned || coded === null ? bins(column, values, Math.min(binCount, mostBins)) : coded;
  const counts = new Float64Array(codeCount);
  for (let row = 0; row < rows; row++) counts[codeOfRow[row]]++;
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
    coarseEdges: coarseEdges(values),
  };
}

/** The column's values in ascending order, NaN last, as a typed array sorts them. */
function sortByCounting(
  column: Float64Array,
  { codeOfRow, codeCount, firstRow }: RowCodes,
): Float64Array {
  const counts = new Uint32Array(codeCount);
  for (let row = 0; row < codeOfRow.length; row++) counts[codeOfRow[row]]++;
  const valueOf = Float64Array.from(firstRow, (row) => column[row]);
  const ascending = Uint32Array.from({ length: codeCount }, (_, code) => code).sort((a, b) =>
    Number.isNaN(valueOf[a]) ? 1 : Number.isNaN(valueOf[b]) ? -1 : valueOf[a] - valueOf[b],
  );
  const sorted = new Float64Array(column.length);
  let at = 0;
  for (const code of ascending) sorted.fill(valueOf[code], at, (at += counts[code]));
  return sorted;
}

/** Bins of (about) equal counts, closed on the right, with a code after them for missing values. */
function bins(
  column: Float64Array,
  sorted: Float64Array,
  count: number,
): { codeOfRow: Uint32Array; codeCount: number } {
  const edges = edgesOf(sorted, count);
  const codeOfRow = new Uint32Array(column.length);
  for (let row = 0; row < column.length; row++)
    codeOfRow[row] = Number.isNaN(column[row]) ? edges.length + 1 : lowerBound(edges, column[row]);
  return { codeOfRow, codeCount: edges.length + 2 };
}

function edgesOf(sorted: Float64Array, count: number): Float64Array {
  return Float64Array.from(
    new Set(Array.from({ length: count - 1 }, (_, b) => quantileSorted(sorted, (b + 1) / count))),
  );
}
