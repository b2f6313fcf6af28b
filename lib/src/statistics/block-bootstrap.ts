import { normalProbability, type Interval } from "./intervals.js";
import { quantileSorted } from "./quantile.js";
import type { Random } from "./random.js";
import { studentQuantile } from "./student-t.js";

/**
 * Rows in blocks that share their fate (near in time, say), and blocks in the runs that the plan
 * laid out. What an interval treats as one draw is a block, never a row.
 */
export interface Blocks {
  /** Block of each row, 0 to blockCount - 1. */
  blockOfRow: ArrayLike<number>;
  blockCount: number;
  /** Run of each block; one run where left out. */
  runOfBlock?: ArrayLike<number> | undefined;
}

/**
 * The blocks of some of the rows, in the order given; blocks that hold none of them are left out,
 * for they tell nothing of the spread.
 */
export function takeBlocks({ blockOfRow, runOfBlock }: Blocks, rows: ArrayLike<number>): Blocks {
  const codeOf = new Map<number, number>();
  const taken = new Uint32Array(rows.length);
  for (let i = 0; i < taken.length; i++) {
    const block = blockOfRow[rows[i]];
    let code = codeOf.get(block);
    if (code === undefined) codeOf.set(block, (code = codeOf.size));
    taken[i] = code;
  }
  return {
    blockOfRow: taken,
    blockCount: codeOf.size,
    runOfBlock: runOfBlock && Uint32Array.from(codeOf.keys(), (block) => runOfBlock[block]),
  };
}

/** Every row a block of its own: what is left where nothing is known of time. */
export function rowsAsBlocks(rowCount: number): Blocks {
  return { blockOfRow: Uint32Array.from({ length: rowCount }, (_, r) => r), blockCount: rowCount };
}

/**
 * The strata that blocks are resampled in: the runs of two blocks or more; runs of a single block
 * together, or, where there is only one of them, with the last of the others. None where there is
 * only one block in all.
 */
export function blockStrata(
  blockCount: number,
  runOfBlock: ArrayLike<number> = new Uint32Array(blockCount),
): number[][] {
  const runs = new Map<number, number[]>();
  for (let block = 0; block < blockCount; block++) {
    const blocks = runs.get(runOfBlock[block]);
    if (blocks) blocks.push(block);
    else runs.set(runOfBlock[block], [block]);
  }
  const strata = [...runs.values()].filter((blocks) => blocks.length > 1);
  const single = [...runs.values()].filter((blocks) => blocks.length === 1).flat();
  if (single.length > 1) strata.push(single);
  else if (single.length === 1 && strata.length > 0) strata[strata.length - 1].push(single[0]);
  return strata;
}

/**
 * Draws the weights of the blocks in one resample, and how much the spread of the resamples can be
 * trusted.
 */
export interface BlockResampler {
  draw(random: Random): Float64Array;
  /** Blocks less the strata they lie in: what the spread was estimated from. */
  degreesOfFreedom: number;
}

/**
 * Blocks are drawn within their run, because the plan and not chance decided how many there are of
 * each: of the n blocks of a run n - 1 are drawn with replacement, each weighing n/(n - 1) for
 * every time it was drawn (Rao and Wu, 1988), which makes the spread of few blocks as wide as it
 * should be. A single block weighs 1 in every draw and leaves no degree of freedom:
 * `resampledInterval` then says that nothing is known.
 */
export function blockResampler(blockCount: number, runOfBlock?: ArrayLike<number>): BlockResampler {
  const strata = blockStrata(blockCount, runOfBlock);
  return {
    degreesOfFreedom: strata.length === 0 ? 0 : blockCount - strata.length,
    draw(random) {
      const weight = new Float64Array(blockCount).fill(strata.length === 0 ? 1 : 0);
      for (const blocks of strata) {
        const drawn = blocks.length - 1;
        for (let i = 0; i < drawn; i++)
          weight[blocks[random.integer(blocks.length)]] += blocks.length / drawn;
      }
      return weight;
    },
  };
}

/**
 * The share of resamples that an interval leaves out at either end. A percentile interval treats
 * the spread of the resamples as known; estimated from few blocks it is not, and the interval would
 * cover too little. It therefore reaches to where a normal distribution has the tail that Student's
 * t has at the level asked for (Hesterberg, 2015, "expanded percentile interval").
 */
export function percentileTail(level: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom < 1) return 0;
  return normalProbability(-studentQuantile((1 + level) / 2, degreesOfFreedom));
}

/**
 * The interval of an estimate from its values in the resamples of blocks: the expanded percentile
 * interval. Resamples in which the value is undefined (NaN) are left out. Where there are fewer
 * than two blocks to compare, or no resample defines it, nothing is known of chance: the interval
 * is all numbers (`isKnown` is false of it), never one without width.
 *
 * Resamples never reach beyond the blocks they are drawn from, and all n of those lie on one side
 * of what they estimate with probability 2^(1 - n). Where that is more than a quarter of what the
 * level leaves out (seven blocks or fewer at .95), the interval is widened to Student's, with the
 * standard deviation of the resamples.
 */
export function resampledInterval(
  estimate: number,
  resampled: ArrayLike<number>,
  degreesOfFreedom: number,
  level = 0.95,
): Interval {
  const values = Float64Array.from(resampled)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (!(degreesOfFreedom >= 1) || values.length < 2) return unknownInterval(estimate, level);
  const tail = percentileTail(level, degreesOfFreedom);
  const low = quantileSorted(values, tail);
  const high = quantileSorted(values, 1 - tail);
  if (2 ** -degreesOfFreedom <= (1 - level) / 4) return { estimate, low, high, level };
  const reach = studentQuantile((1 + level) / 2, degreesOfFreedom) * standardDeviation(values);
  // An infinite value (a latency of requests that were never answered) has no standard deviation.
  return Number.isFinite(reach)
    ? {
        estimate,
        low: Math.min(low, estimate - reach),
        high: Math.max(high, estimate + reach),
        level,
      }
    : { estimate, low, high, level };
}

/** An estimate of which nothing more is known: its interval is all numbers. */
export function unknownInterval(estimate: number, level = 0.95): Interval {
  return { estimate, low: -Infinity, high: Infinity, level };
}

/** Whether an interval says anything at all. */
export function isKnown({ low, high }: Pick<Interval, "low" | "high">): boolean {
  return low !== -Infinity || high !== Infinity;
}

/**
 * A ratio of sums over rows (a share, a mean over some of the rows) with its interval by resampling
 * blocks, widened where need be to `atLeast`, the interval that holds if rows were independent: a
 * share of exactly 0 or 1 has the same value in every resample, and that is not certainty. A row
 * counts in the denominator unless `counts` says by how much.
 */
export function blockRatio(
  numerator: ArrayLike<number>,
  { blockOfRow, blockCount, runOfBlock }: Blocks,
  atLeast: Interval,
  random: Random,
  { repeats = 1000, counts }: { repeats?: number; counts?: ArrayLike<number> } = {},
): Interval {
  const sums = new Float64Array(blockCount);
  const rows = new Float64Array(blockCount);
  for (let row = 0; row < numerator.length; row++) {
    sums[blockOfRow[row]] += numerator[row];
    rows[blockOfRow[row]] += counts ? counts[row] : 1;
  }
  const { draw, degreesOfFreedom } = blockResampler(blockCount, runOfBlock);
  const values = Float64Array.from({ length: repeats }, () => {
    const weight = draw(random);
    let sum = 0;
    let total = 0;
    for (let block = 0; block < blockCount; block++) {
      sum += weight[block] * sums[block];
      total += weight[block] * rows[block];
    }
    return sum / total;
  });
  const { estimate, level } = atLeast;
  const { low, high } = resampledInterval(estimate, values, degreesOfFreedom, level);
  return { estimate, level, low: Math.min(low, atLeast.low), high: Math.max(high, atLeast.high) };
}

/**
 * The standard error of a mean of rows whose blocks are resampled within runs as Rao and Wu (1988)
 * do it, which for a mean needs no drawing: over the runs, n/(n - 1) times the sum of squares of
 * the blocks' summed deviations from their mean. 0 with no degree of freedom where there is only
 * one block.
 */
export function blockError(
  values: ArrayLike<number>,
  mean: number,
  { blockOfRow, blockCount, runOfBlock }: Blocks,
): { standardError: number; degreesOfFreedom: number } {
  const deviation = new Float64Array(blockCount);
  for (let row = 0; row < values.length; row++) deviation[blockOfRow[row]] += values[row] - mean;
  const strata = blockStrata(blockCount, runOfBlock);
  let variance = 0;
  for (const blocks of strata) {
    const n = blocks.length;
    const centre = blocks.reduce((sum, block) => sum + deviation[block], 0) / n;
    const squares = blocks.reduce((sum, block) => sum + (deviation[block] - centre) ** 2, 0);
    variance += (n / (n - 1)) * squares;
  }
  return {
    standardError: Math.sqrt(variance) / values.length,
    degreesOfFreedom: strata.length === 0 ? 0 : blockCount - strata.length,
  };
}

/** A mean over rows, with Student's interval from the blocks they lie in. */
export function blockMean(values: Float64Array, blocks: Blocks, level = 0.95): Interval {
  const estimate = values.reduce((sum, value) => sum + value, 0) / values.length;
  const { standardError, degreesOfFreedom } = blockError(values, estimate, blocks);
  if (degreesOfFreedom < 1) return unknownInterval(estimate, level);
  const reach = studentQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  return { estimate, low: estimate - reach, high: estimate + reach, level };
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
