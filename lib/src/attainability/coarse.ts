import type { FeatureTable } from "../features/index.js";
import { lowerBound, quantileSorted } from "../statistics/index.js";

/**
 * For lookups of several columns where feature vectors hardly repeat: a column of more values than
 * `mostValues` is looked at in `bins` bins of equal counts. Three such columns make 216 cells; a
 * lookup of finer ones would only know its own rows.
 */
export const COARSE = { mostValues: 12, bins: 6 } as const;

/**
 * The values between which a column's few bins lie, ascending; null where it has few values anyway.
 *
 * @param sorted the column's values in ascending order, without NaN
 */
export function coarseEdges(sorted: Float64Array): Float64Array | null {
  let distinct = sorted.length > 0 ? 1 : 0;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) distinct++;
  if (distinct <= COARSE.mostValues) return null;
  const edges = Array.from({ length: COARSE.bins - 1 }, (_, b) =>
    quantileSorted(sorted, (b + 1) / COARSE.bins),
  );
  return Float64Array.from(new Set(edges));
}

/** A column in the bins (closed on the right) that its edges make; missing values stay missing. */
export function coarsen(values: Float64Array, edges: Float64Array | null): Float64Array {
  return edges
    ? values.map((value) => (Number.isNaN(value) ? NaN : lowerBound(edges, value)))
    : values;
}

/** Edges of each column of a table, found on its own rows. */
export function tableEdges({ columns }: FeatureTable): (Float64Array | null)[] {
  return columns.map((column) =>
    coarseEdges(column.filter((value) => !Number.isNaN(value)).sort()),
  );
}

/** A table with its columns of many values in few bins. */
export function coarseTable(
  table: FeatureTable,
  edges: readonly (Float64Array | null)[] = tableEdges(table),
): FeatureTable {
  return {
    ...table,
    columns: table.columns.map((column, f) => coarsen(column, edges[f])),
    categories: table.categories.map((names, f) => (edges[f] ? null : names)),
  };
}
