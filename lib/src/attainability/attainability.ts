import { takeRows, type LabelledTable } from "../features/index.js";
import { TooFewRowsError, type Interval } from "../statistics/index.js";
import { coarseTable } from "./coarse.js";
import { crossFittedCeiling, type CrossFittedCeiling } from "./cross-fitted-ceiling.js";
import { foldDistinct, hardlyRepeats, type DistinctVectors } from "./distinct.js";
import { bestLookup, type Lookup } from "./lookup.js";
import type { OutOfSampleOptions } from "./out-of-sample.js";
import { sampleRows } from "./sample-rows.js";

/**
 * What can be learned from a labelled table, before any model is trained. All accuracies are on the
 * rows themselves (in sample): exact counts, not estimates of what new rows would give
 * (`outOfSampleCeiling` is that). The exception is the ceiling of a table whose feature vectors
 * hardly repeat: it cannot be counted, and `ceilingBounds` says between which ends it lies.
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
   * features can exceed it. Where vectors hardly repeat, the low end of `ceilingBounds`: what is
   * certain to be reachable.
   */
  ceiling: number;
  /** `ceiling - best1.accuracy`: all that learning can add to a one-feature lookup. */
  headroom: number;
  /** Null where the ceiling is counted. */
  ceilingBounds: CeilingBounds | null;
}

/** Between which ends the ceiling lies, where it cannot be counted, and how each is known. */
export interface CeilingBounds extends Interval {
  /** Accuracy of the cross-fitted learners. */
  reached: number;
  /** What bounds it from above. */
  above: "missed variance" | "oracle";
}

/** Options of a table whose vectors hardly repeat; others are counted, whatever is given. */
export interface AttainabilityOptions extends OutOfSampleOptions {
  /** The ceiling of an oracle that knows more than the features (`oracleCeiling`). */
  oracle?: Interval;
}

/**
 * Floor and ceiling of a folded table. Where vectors hardly repeat (`hardlyRepeats`), lookups are
 * made on columns in few bins, and the ceiling is bounded by cross-fitting (`crossFittedCeiling`),
 * both on at most 20,000 of the rows. Throws on a table without rows.
 */
export function attainability(
  distinct: DistinctVectors,
  options: AttainabilityOptions = {},
): Attainability {
  if (!(distinct.label.length > 0))
    throw new TooFewRowsError("a table without labelled rows has no floor and no ceiling");
  if (!hardlyRepeats(distinct)) return countAttainability(distinct);
  const rows = sampleRows(distinct.label.length);
  const { blockOfRow } = options;
  const sample = {
    features: takeRows(
      distinct.features,
      rows.map((row) => distinct.vectorOfRow[row]),
    ),
    label: rows.reduce((taken, row, i) => {
      taken[i] = distinct.label[row];
      return taken;
    }, new Uint8Array(rows.length)),
  };
  const fitted = crossFittedCeiling(sample, {
    ...options,
    blockOfRow: blockOfRow && Float64Array.from(rows, (row) => blockOfRow[row]),
  });
  return {
    ...boundAttainability(sample, fitted, options.oracle),
    rows: distinct.label.length,
    distinctVectors: distinct.rows.length,
  };
}

function countAttainability(distinct: DistinctVectors): Attainability {
  let rows = 0;
  let positives = 0;
  let hits = 0;
  for (let v = 0; v < distinct.rows.length; v++) {
    rows += distinct.rows[v];
    positives += distinct.positives[v];
    hits += Math.max(distinct.positives[v], distinct.rows[v] - distinct.positives[v]);
  }
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
    ceilingBounds: null,
  };
}

/** Floor and ceiling of a table whose vectors hardly repeat, all of its rows looked at. */
export function boundAttainability(
  table: LabelledTable,
  { ceiling: fitted, reached }: CrossFittedCeiling,
  oracle?: Interval,
): Attainability {
  const coarse = foldDistinct(coarseTable(table.features), table.label);
  const found = countAttainability(coarse);
  const ceilingBounds: CeilingBounds =
    oracle && oracle.high < fitted.high
      ? { ...fitted, high: Math.max(oracle.high, fitted.low), reached, above: "oracle" }
      : { ...fitted, reached, above: "missed variance" };
  return {
    ...found,
    ceiling: ceilingBounds.low,
    headroom: ceilingBounds.low - found.best1.accuracy,
    ceilingBounds,
  };
}

/** What no model on these features passes: the ceiling, or the high end of its bounds. */
export function highestCeiling({
  ceiling,
  ceilingBounds,
}: Pick<Attainability, "ceiling" | "ceilingBounds">): number {
  return ceilingBounds ? ceilingBounds.high : ceiling;
}

/** "84.0 %", or "between 83.9 % and 87.1 %" where it cannot be counted. */
export function describeCeiling({
  ceiling,
  ceilingBounds,
}: Pick<Attainability, "ceiling" | "ceilingBounds">): string {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return ceilingBounds
    ? `between ${percent(ceilingBounds.low)} and ${percent(ceilingBounds.high)}`
    : percent(ceiling);
}

/** How both ends of bounds are known, as a sentence's part. */
export function describeBounds({ reached, above }: CeilingBounds): string {
  return (
    "feature vectors hardly repeat, so that the ceiling cannot be counted: it " +
    `is bounded from below by what cross-fitted learners reach (${(100 * reached).toFixed(1)} %, ` +
    "less its sampling error), from above by " +
    (above === "oracle"
      ? "an oracle that knows the platforms' inner state"
      : "the most that near rows show these learners to have missed (an estimate, which a " +
        "pattern too fine for both escapes)")
  );
}
