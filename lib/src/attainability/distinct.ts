import { takeRows, type FeatureTable } from "../features/index.js";
import { codeRows } from "../statistics/index.js";

/**
 * A labelled table folded into its distinct feature vectors, without loss: whatever is a function
 * of the features and the class counts (floor, ceiling, training with weights, importance) can be
 * computed on these instead of on rows.
 */
export interface DistinctVectors {
  /** One row a distinct vector, in order of first appearance. */
  features: FeatureTable;
  /** Rows with that vector (their weights added up, where rows have weights). */
  rows: Float64Array;
  /** Rows of those with label 1. */
  positives: Float64Array;
  /** The vector of each row of the original table. */
  vectorOfRow: Uint32Array;
  /** The label of each row of the original table. */
  label: Uint8Array;
}

/** Both halves of a pair have one vector, and so may two pairs: that is no repetition. */
const FEWEST_ROWS_A_VECTOR = 4;

/**
 * Whether a feature vector stands for fewer than four rows on average: then the larger class of
 * each is hardly more than the rows' own labels, and a ceiling counted from it says nothing (where
 * nothing can be learned, the larger class of four rows is right for 69 % of them).
 */
export function hardlyRepeats({ rows }: Pick<DistinctVectors, "rows">): boolean {
  return FEWEST_ROWS_A_VECTOR * rows.length > rows.reduce((sum, n) => sum + n, 0);
}

/**
 * Folds a table (NaN equals NaN). Throws where `label` holds anything but 0 and 1, or a length does
 * not fit.
 */
export function foldDistinct(
  features: FeatureTable,
  label: Uint8Array,
  weight?: Float64Array,
): DistinctVectors {
  const { rowCount } = features;
  if (label.length !== rowCount)
    throw new RangeError(`${label.length} labels for ${rowCount} rows`);
  if (weight && weight.length !== rowCount)
    throw new RangeError(`${weight.length} weights for ${rowCount} rows`);
  const { codeOfRow, codeCount, firstRow } = codeRows(features.columns, rowCount);
  const rows = new Float64Array(codeCount);
  const positives = new Float64Array(codeCount);
  for (let row = 0; row < rowCount; row++) {
    if (label[row] > 1)
      throw new RangeError(
        `row ${row} has label ${label[row]}; leave rows without a label out first`,
      );
    const share = weight ? weight[row] : 1;
    rows[codeOfRow[row]] += share;
    if (label[row] === 1) positives[codeOfRow[row]] += share;
  }
  return { features: takeRows(features, firstRow), rows, positives, vectorOfRow: codeOfRow, label };
}
