import { TooFewRowsError } from "../statistics/index.js";
import type { DistinctVectors } from "./distinct.js";
import { bestLookup, type Lookup } from "./lookup.js";

/**
 * What can be learned from a labelled table, before any model is trained. All accuracies are on the
 * rows themselves (in sample): exact counts, not estimates of what new rows would give
 * (`outOfSampleCeiling` is that).
 */
export interface Attainability {
  rows: number;
  distinctVectors: number;
  /** Always answering the larger class. */
  constant: number;
  /**
   * The best lookup of one feature: the floor that a model must beat to be worth having. The gates
   * headroom, lift and beats-lookup, and every sentence that says "floor", mean this one.
   */
  best1: Lookup;
  /** The best lookups of two and of three features, which are named as such. */
  best2: Lookup;
  best3: Lookup;
  /**
   * The best possible: the sum over distinct vectors of the larger class. No model on these
   * features can exceed it.
   */
  ceiling: number;
  /** `ceiling - best1.accuracy`: all that learning can add to a one-feature lookup. */
  headroom: number;
}

/** Floor and ceiling of a folded table. Throws on a table without rows. */
export function attainability(distinct: DistinctVectors): Attainability {
  let rows = 0;
  let positives = 0;
  let hits = 0;
  for (let v = 0; v < distinct.rows.length; v++) {
    rows += distinct.rows[v];
    positives += distinct.positives[v];
    hits += Math.max(distinct.positives[v], distinct.rows[v] - distinct.positives[v]);
  }
  if (!(rows > 0))
    throw new TooFewRowsError("a table without labelled rows has no floor and no ceiling");
  const [best1, best2, best3] = [1, 2, 3].map((size) => bestLookup(distinct, size));
  const ceiling = hits / rows;
  return {
    rows,
    distinctVectors: distinct.rows.length,
    constant: Math.max(positives, rows - positives) / rows,
    best1,
    best2,
    best3,
    ceiling,
    headroom: ceiling - best1.accuracy,
  };
}
