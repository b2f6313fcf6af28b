import { mcnemarTest, pairedDifferenceInterval, type Interval } from "../statistics/index.js";

/** Two classifiers on the same rows. */
export interface Comparison {
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
  /** Accuracy of the first minus that of the second (Agresti and Min, 2005). */
  difference: Interval;
  /** McNemar's test, exact and mid-p. */
  exactP: number;
  midP: number;
}

/**
 * Compares two classifiers' probabilities on the same rows: who is right where, McNemar's test, and
 * how often they are of one mind. A row is answered 1 above `threshold`. Weights must be whole
 * numbers, for they count rows.
 */
export function compareClassifiers(
  label: Uint8Array,
  first: Float64Array,
  second: Float64Array,
  weight?: Float64Array,
  threshold = 0.5,
): Comparison {
  if (first.length !== label.length || second.length !== label.length)
    throw new RangeError(
      `${first.length} and ${second.length} predictions for ${label.length} labels`,
    );
  let bothRight = 0;
  let onlyFirstRight = 0;
  let onlySecondRight = 0;
  let neitherRight = 0;
  for (let row = 0; row < label.length; row++) {
    const truth = label[row] === 1;
    const rows = weight ? weight[row] : 1;
    const firstRight = first[row] > threshold === truth;
    const secondRight = second[row] > threshold === truth;
    if (firstRight && secondRight) bothRight += rows;
    else if (firstRight) onlyFirstRight += rows;
    else if (secondRight) onlySecondRight += rows;
    else neitherRight += rows;
  }
  const rows = bothRight + onlyFirstRight + onlySecondRight + neitherRight;
  const { exactP, midP } = mcnemarTest(onlyFirstRight, onlySecondRight);
  // With two classes, two answers differ exactly where one of them is right.
  const identicalShare = (bothRight + neitherRight) / rows;
  return {
    rows,
    bothRight,
    onlyFirstRight,
    onlySecondRight,
    neitherRight,
    identicalShare,
    difference: pairedDifferenceInterval(onlyFirstRight, onlySecondRight, rows),
    exactP,
    midP,
  };
}
