import { ascendingOrder, quantileSorted, type Interval } from "../statistics/index.js";
import { weighted, type WeightedLatencies } from "./estimator.js";

/** The block of each row, the blocks' weights in each resample, and the level of the intervals. */
export interface QuantileResampling {
  blockOfRow: ArrayLike<number>;
  blockWeights: readonly ArrayLike<number>[];
  level: number;
  /** The share of resamples left out at either end. */
  tail?: number;
}

/**
 * Quantiles of a weighted distribution, its rows in ascending order of latency: the smallest
 * latency at or below which at least that share of the weight lies (Hyndman and Fan's definition 1,
 * which needs no arithmetic between a time and "never"). Intervals by Woodruff (1952): the share at
 * or below the estimate is resampled over blocks, and its limits (leaving out the share `tail` of
 * resamples at either end) are read back through the distribution.
 */
export function latencyQuantiles(
  { row, latencyMs, weight }: WeightedLatencies,
  probabilities: readonly number[],
  { blockOfRow, blockWeights, level, tail = (1 - level) / 2 }: QuantileResampling,
): Interval[] {
  const cumulated = new Float64Array(row.length);
  const blockCount = blockWeights[0]?.length ?? 0;
  const ofBlock = new Float64Array(blockCount);
  const weightOf = (i: number): number => (weight === null ? 1 : weight[i]);
  for (let i = 0; i < row.length; i++) {
    if (i > 0 && latencyMs[i] < latencyMs[i - 1])
      throw new RangeError("a distribution's rows must stand in ascending order of latency");
    cumulated[i] = (i > 0 ? cumulated[i - 1] : 0) + weightOf(i);
    if (blockCount > 0) ofBlock[blockOfRow[row[i]]] += weightOf(i);
  }
  const total = cumulated[cumulated.length - 1];
  const totals = blockWeights.map((w) => weighted(ofBlock, w));
  // Rounding must not push an exact share past its own position.
  const read = (probability: number): number =>
    row.length === 0 ? NaN : latencyMs[firstAtLeast(cumulated, probability * total * (1 - 1e-12))];
  return probabilities.map((probability) => {
    const estimate = read(probability);
    const below = new Float64Array(blockCount);
    let end = 0;
    for (; end < row.length && latencyMs[end] <= estimate; end++)
      if (blockCount > 0) below[blockOfRow[row[end]]] += weightOf(end);
    const point = end > 0 ? cumulated[end - 1] / total : NaN;
    const shares = Float64Array.from(blockWeights, (w, r) => weighted(below, w) / totals[r])
      .filter((share) => !Number.isNaN(share))
      .sort();
    // Ties may put more than the probability at or below the estimate; the spread is what counts.
    const limit = (at: number): number =>
      Math.min(1, Math.max(0, probability + quantileSorted(shares, at) - point));
    return shares.length === 0
      ? { estimate, low: NaN, high: NaN, level }
      : { estimate, low: read(limit(tail)), high: read(limit(1 - tail)), level };
  });
}

/** The judged rows in ascending order of latency. */
export function ascendingRows(latencyMs: Float64Array, judged: Uint8Array): Uint32Array {
  const rows = new Uint32Array(judged.length);
  let count = 0;
  for (let row = 0; row < judged.length; row++) if (judged[row] === 1) rows[count++] = row;
  return ascendingOrder(latencyMs, rows.subarray(0, count));
}

function firstAtLeast(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
