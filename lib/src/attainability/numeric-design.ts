import type { FeatureTable } from "../features/index.js";
import { normalQuantile, ranks } from "../statistics/index.js";

/** Categories of more names than this are taken as the numbers they are coded with. */
const MOST_NAMES = 16;
/** With more terms than this, products of columns are left out. */
const MOST_TERMS = 120;

/**
 * The features as columns of mean 0 and variance 1: numbers by the normal scores of their ranks
 * (van der Waerden, 1952), so that neither units nor long tails matter; a column of 0 and 1 for
 * each name of a category, and one more for a column with missing values. Constant columns are left
 * out.
 */
export function designColumns({ columns, categories, rowCount }: FeatureTable): Float64Array[] {
  return columns.flatMap((column, f) => {
    const names = categories[f];
    if (names && names.length > 2 && names.length <= MOST_NAMES)
      return names.flatMap((_, code) => standardised(column.map((v) => Number(v === code))));
    const missing = column.map((value) => Number(Number.isNaN(value)));
    const known = column.map((value) => (Number.isNaN(value) ? -Infinity : value));
    const scores = ranks(known).map((rank) => normalQuantile((rank - 0.5) / rowCount));
    return [...standardised(scores), ...standardised(missing)];
  });
}

/** The columns, their squares and, where they are not too many, their products in pairs. */
export function quadraticTerms(columns: readonly Float64Array[]): Float64Array[] {
  const squares = columns.flatMap((column) =>
    hasThreeValues(column) ? standardised(column.map((value) => value * value)) : [],
  );
  const terms = [...columns, ...squares];
  const pairs = (columns.length * (columns.length - 1)) / 2;
  if (terms.length + pairs > MOST_TERMS) return terms;
  columns.forEach((column, f) => {
    for (let other = 0; other < f; other++)
      terms.push(...standardised(column.map((value, row) => value * columns[other][row])));
  });
  return terms;
}

function hasThreeValues(column: Float64Array): boolean {
  const other = column.find((value) => value !== column[0]);
  return column.some((value) => value !== column[0] && value !== other);
}

/** The column with mean 0 and variance 1, in a list; an empty list where it is constant. */
function standardised(column: Float64Array): Float64Array[] {
  const n = column.length;
  let mean = 0;
  let variance = 0;
  for (const value of column) mean += value / n;
  for (const value of column) variance += (value - mean) ** 2 / n;
  if (!(variance > 1e-12)) return [];
  const deviation = Math.sqrt(variance);
  return [column.map((value) => (value - mean) / deviation)];
}
