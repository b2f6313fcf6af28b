import { quantileSorted, type Interval } from "../statistics/index.js";
import type { WeightedLatencies } from "./estimator.js";

/**
 * Quantiles of a weighted distribution: the smallest latency at or below which at least that share of the weight lies
 * (Hyndman and Fan's definition 1, which needs no arithmetic between a time and "never"). Intervals by Woodruff (1952):
 * the share at or below the estimate is resampled over blocks, and its limits (leaving out the share `tail` of resamples at
 * either end) are read back through the distribution.
 */
export function latencyQuantiles(
  { row, latencyMs, weight }: WeightedLatencies, probabilities: readonly number[], blockOfRow: ArrayLike<number>, blockWeights: readonly ArrayLike<number>[], level: number, tail = (1 - level) / 2,
): Interval[] {
  const order = Uint32Array.from(row.keys()).sort((a, b) => (latencyMs[a] === latencyMs[b] ? 0 : latencyMs[a] - latencyMs[b]));
  const cumulated = new Float64Array(order.length);
  order.forEach((at, i) => (cumulated[i] = (i > 0 ? cumulated[i - 1] : 0) + weight[at]));
  const total = cumulated[cumulated.length - 1];
  // Rounding must not push an exact share past its own position.
  const read = (probability: number): number => (order.length === 0 ? NaN : latencyMs[order[firstAtLeast(cumulated, probability * total * (1 - 1e-12))]]);
  const ofBlock = sumByBlock(row, blockOfRow, (i) => weight[i]);
  return probabilities.map((probability) => {
    const estimate = read(probability), below = sumByBlock(row, blockOfRow, (i) => (latencyMs[i] <= estimate ? weight[i] : 0)), point = below.total / ofBlock.total;
    const shares = Float64Array.from(blockWeights, (w) => below.add(w) / ofBlock.add(w)).filter((share) => !Number.isNaN(share)).sort();
    // Ties may put more than the probability at or below the estimate; the spread is what counts.
    const limit = (at: number): number => Math.min(1, Math.max(0, probability + quantileSorted(shares, at) - point));
    return shares.length === 0 ? { estimate, low: NaN, high: NaN, level } : { estimate, low: read(limit(tail)), high: read(limit(1 - tail)), level };
  });
}

function firstAtLeast(ascending: Float64Array, value: number): number {
  let low = 0, high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function sumByBlock(row: Uint32Array, blockOfRow: ArrayLike<number>, value: (i: number) => number): { total: number; add(blockWeight: ArrayLike<number>): number } {
  const sums: number[] = [];
  let total = 0;
  for (let i = 0; i < row.length; i++) {
    const block = blockOfRow[row[i]], own = value(i);
    sums[block] = (sums[block] ?? 0) + own;
    total += own;
  }
  return { total, add: (blockWeight) => sums.reduce((sum, own, block) => sum + own * blockWeight[block], 0) };
}
