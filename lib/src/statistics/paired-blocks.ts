import { blockError, unknownInterval, type Blocks } from "./block-bootstrap.js";
import { normalProbability, type Interval } from "./intervals.js";
import { adjustedDifference, pairedDifferenceInterval } from "./mcnemar.js";
import { studentProbability, studentQuantile } from "./student-t.js";

/** Is one of two classifiers more often right than the other on the same rows, beyond chance? */
export interface PairedTest {
  /**
   * Accuracy of the first minus that of the second; all numbers where nothing is known of chance.
   */
  difference: Interval;
  /**
   * Two-sided p-value, of the same test as the interval: below 1 - level exactly where the interval
   * leaves out 0. 1 where nothing is known of chance.
   */
  p: number;
  /** What was treated as one draw. */
  unit: "block" | "row";
  /** Blocks, or rows, that were drawn. */
  units: number;
}

/**
 * The paired test of this study. `right` holds, for each row, 1 where only the first classifier is
 * right, -1 where only the second is, 0 where both or neither are. Rows that are near in time share
 * their fate, and rows with the same features get the same two answers, so that differences come in
 * clumps: the unit is the block, and the variance that of resampling blocks within runs
 * (`blockError`). The interval is Student's, with as many degrees
 * of freedom as there are blocks less runs.
 *
 * It is widened where need be to the interval of independent rows (Agresti and Min, 2005): blocks
 * that hold no difference vary by nothing, and that is not certainty. Without blocks the rows alone
 * are left, and `unit` says so.
 */
export function pairedTest(
  right: ArrayLike<number>,
  { blocks, level = 0.95 }: { blocks?: Blocks | undefined; level?: number } = {},
): PairedTest {
  const rows = right.length;
  let first = 0;
  let second = 0;
  for (let row = 0; row < rows; row++) {
    if (right[row] > 0) first++;
    else if (right[row] < 0) second++;
  }
  const byRows = pairedDifferenceInterval(first, second, rows, level);
  const byRowsP = rowsP(first, second, rows);
  if (!blocks) return { difference: byRows, p: byRowsP, unit: "row", units: rows };
  const { standardError, degreesOfFreedom } = blockError(right, byRows.estimate, blocks);
  const units = blocks.blockCount;
  if (degreesOfFreedom < 1)
    return { difference: unknownInterval(byRows.estimate, level), p: 1, unit: "block", units };
  const reach = studentQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  const t = Math.abs(byRows.estimate) / standardError;
  const blocksP =
    standardError > 0
      ? 2 * studentProbability(-t, degreesOfFreedom)
      : Number(byRows.estimate === 0);
  return {
    difference: {
      estimate: byRows.estimate,
      low: Math.min(byRows.low, byRows.estimate - reach),
      high: Math.max(byRows.high, byRows.estimate + reach),
      level,
    },
    p: Math.max(blocksP, byRowsP),
    unit: "block",
    units,
  };
}

/** The p-value whose test leaves out 0 exactly where the interval of independent rows does. */
function rowsP(first: number, second: number, rows: number): number {
  const { centre, standardError } = adjustedDifference(first, second, rows);
  return 2 * normalProbability(-Math.abs(centre) / standardError);
}
