import type { FeatureTable } from "lib/features";

/** A feature table from named columns. */
export function tableOf(columns: Record<string, ArrayLike<number>>): FeatureTable {
  const names = Object.keys(columns);
  return {
    rowCount: names.length ? columns[names[0]].length : 0,
    names,
    columns: names.map((name) => Float64Array.from(columns[name])),
    categories: names.map(() => null),
  };
}

/** `count` values of a function of the row number. */
export function rowsOf(count: number, value: (row: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, row) => value(row));
}
