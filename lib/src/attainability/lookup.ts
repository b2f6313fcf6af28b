import { takeColumns } from "../features/index.js";
import { InputError, codeColumn, codeRows, type RowCodes } from "../statistics/index.js";
import type { DistinctVectors } from "./distinct.js";

/** A lookup table: the larger class for each combination of a few features' values. */
export interface Lookup {
  features: string[];
  /** Share of the rows it was made from that it gets right. */
  accuracy: number;
  /** Combinations that occur. */
  cells: number;
  /** False where there were too many feature sets to try all (see `bestLookup`). */
  exhaustive: boolean;
}

/**
 * Feature sets x distinct vectors that a search tries before it falls back on growing the best
 * smaller sets.
 */
const SEARCH_BUDGET = 3e8;
/** How many of the best smaller sets the fallback grows. */
const BEAM_WIDTH = 8;

/**
 * The lookup of exactly `size` features with the highest accuracy on the rows it is made from: over
 * every set of that many features, the sum over the combinations of their values of the larger
 * class. Ties go to the set that comes first in the table's order, so a feature is preferred to its
 * copies. With too many sets to try (SEARCH_BUDGET), the eight best sets of one feature less are
 * grown instead, and `exhaustive` is false.
 *
 * A table with fewer features than `size` gives the lookup on all of them.
 */
export function bestLookup(distinct: DistinctVectors, size: number): Lookup {
  const { features } = distinct;
  const usable = Math.min(size, features.names.length);
  const codes = features.columns.map((column) => codeColumn(column, features.rowCount));
  const everySet = combinations(features.names.length, usable);
  if (
    usable <= 1 ||
    countCombinations(features.names.length, usable) * features.rowCount <= SEARCH_BUDGET
  ) {
    return best(distinct, codes, everySet, true);
  }
  const seeds = topSets(distinct, codes, combinations(features.names.length, 1));
  let frontier = seeds;
  for (let grown = 2; grown < usable; grown++)
    frontier = topSets(distinct, codes, grow(frontier, features.names.length));
  return best(distinct, codes, grow(frontier, features.names.length), false);
}

/** The lookup on exactly these features. Throws on a name the table does not have. */
export function lookupOn(distinct: DistinctVectors, names: readonly string[]): Lookup {
  const features = takeColumns(distinct.features, names);
  return best(
    { ...distinct, features },
    features.columns.map((column) => codeColumn(column, features.rowCount)),
    [names.map((_, i) => i)],
    true,
  );
}

/** Up to so many combinations of codes have a cell each, whether they occur or not. */
const FLAT_CELLS = 1 << 16;

/** Rows a majority lookup on these features gets right, and its number of cells. */
function lookupHits(
  distinct: DistinctVectors,
  codes: readonly RowCodes[],
  set: readonly number[],
): { hits: number; cells: number } {
  const { codeOfRow, codeCount } = cellsOf(
    set.map((f) => codes[f]),
    distinct.features.rowCount,
  );
  const rows = new Float64Array(codeCount);
  const positives = new Float64Array(codeCount);
  for (let v = 0; v < codeOfRow.length; v++) {
    rows[codeOfRow[v]] += distinct.rows[v];
    positives[codeOfRow[v]] += distinct.positives[v];
  }
  let hits = 0;
  let cells = 0;
  for (let cell = 0; cell < codeCount; cell++) {
    hits += Math.max(positives[cell], rows[cell] - positives[cell]);
    cells += Number(rows[cell] > 0);
  }
  return { hits, cells };
}

/**
 * A number for each combination of codes: their place in a table of all combinations, where that is
 * small (a search asks for thousands of sets, and numbering those that occur takes most of its
 * time).
 */
function cellsOf(
  codes: readonly RowCodes[],
  rowCount: number,
): Pick<RowCodes, "codeOfRow" | "codeCount"> {
  if (codes.length === 1) return codes[0];
  const codeCount = codes.reduce((product, one) => product * one.codeCount, 1);
  if (codeCount > FLAT_CELLS)
    return codeRows(
      codes.map(({ codeOfRow }) => codeOfRow),
      rowCount,
    );
  const codeOfRow = new Uint32Array(rowCount);
  for (const code of codes)
    for (let row = 0; row < rowCount; row++)
      codeOfRow[row] = codeOfRow[row] * code.codeCount + code.codeOfRow[row];
  return { codeOfRow, codeCount };
}

function best(
  distinct: DistinctVectors,
  codes: readonly RowCodes[],
  sets: Iterable<number[]>,
  exhaustive: boolean,
): Lookup {
  const total = distinct.rows.reduce((sum, n) => sum + n, 0);
  let found: { set: number[]; hits: number; cells: number } | null = null;
  for (const set of sets) {
    const { hits, cells } = lookupHits(distinct, codes, set);
    // A gain within rounding of the weights is a tie, not a better set.
    if (!found || hits > found.hits + 1e-9 * total) found = { set, hits, cells };
  }
  if (!found) throw new InputError("a table without features has no lookup");
  return {
    features: found.set.map((f) => distinct.features.names[f]),
    accuracy: found.hits / total,
    cells: found.cells,
    exhaustive,
  };
}

function topSets(
  distinct: DistinctVectors,
  codes: readonly RowCodes[],
  sets: Iterable<number[]>,
): number[][] {
  const scored = [...sets].map((set) => ({ set, hits: lookupHits(distinct, codes, set).hits }));
  return scored
    .sort((a, b) => b.hits - a.hits)
    .slice(0, BEAM_WIDTH)
    .map(({ set }) => set);
}

function* grow(sets: number[][], featureCount: number): Generator<number[]> {
  const seen = new Set<string>();
  for (const set of sets) {
    for (let feature = 0; feature < featureCount; feature++) {
      if (set.includes(feature)) continue;
      const grown = [...set, feature].sort((a, b) => a - b);
      if (seen.has(grown.join())) continue;
      seen.add(grown.join());
      yield grown;
    }
  }
}

/** Every set of `size` out of `count` items, in lexicographic order. */
function* combinations(count: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= count - size; first++)
    for (const rest of combinations(count, size - 1, first + 1)) yield [first, ...rest];
}

function countCombinations(count: number, size: number): number {
  let product = 1;
  for (let i = 0; i < size; i++) product = (product * (count - i)) / (i + 1);
  return product;
}
