import { mcnemarTest, pairedTest, type Blocks, type PairedTest } from "../statistics/index.js";

/**
 * Two classifiers on the same rows. `difference` (the first's accuracy minus the second's) and `p`
 * are those of the study's paired test over blocks of time, or over rows where there are none
 * (`unit` says which).
 */
export interface Comparison extends PairedTest {
  rows: number;
  bothRight: number;
  onlyFirstRight: number;
  onlySecondRight: number;
  neitherRight: number;
  /**
   * Share of the rows on which they answer the same class. At 1 they are the same function on these
   * rows.
   */
  identicalShare: number;
  /**
   * McNemar's test row by row, exact and mid-p: what the p-value would be if no two rows shared
   * their fate.
   */
  exactP: number;
  midP: number;
}

/**
 * Compares two classifiers' probabilities on the same rows: who is right where, beyond chance or
 * not, and how often they are of one mind. A row is answered 1 above `threshold`. `blocks` are
 * those of the rows compared.
 */
export function compareClassifiers(
  label: Uint8Array,
  first: Float64Array,
  second: Float64Array,
  { threshold = 0.5, blocks }: { threshold?: number; blocks?: Blocks | undefined } = {},
): Comparison {
  if (first.length !== label.length || second.length !== label.length)
    throw new RangeError(
      `${first.length} and ${second.length} predictions for ${label.length} labels`,
    );
  const rows = label.length;
  const right = new Int8Array(rows);
  let bothRight = 0;
  let onlyFirstRight = 0;
  let onlySecondRight = 0;
  for (let row = 0; row < rows; row++) {
    const truth = label[row] === 1;
    const firstRight = first[row] > threshold === truth;
    const secondRight = second[row] > threshold === truth;
    right[row] = Number(firstRight) - Number(secondRight);
    if (firstRight && secondRight) bothRight++;
    else if (firstRight) onlyFirstRight++;
    else if (secondRight) onlySecondRight++;
  }
  const { exactP, midP } = mcnemarTest(onlyFirstRight, onlySecondRight);
  return {
    rows,
    bothRight,
    onlyFirstRight,
    onlySecondRight,
    neitherRight: rows - bothRight - onlyFirstRight - onlySecondRight,
    // With two classes, two answers differ exactly where one of them is right.
    identicalShare: (rows - onlyFirstRight - onlySecondRight) / rows,
    ...pairedTest(right, { blocks }),
    exactP,
    midP,
  };
}
