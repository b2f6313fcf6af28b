import { type Interval } from "./intervals.js";
import type { Random } from "./random.js";
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
export declare function takeBlocks({ blockOfRow, runOfBlock }: Blocks, rows: ArrayLike<number>): Blocks;
/** Every row a block of its own: what is left where nothing is known of time. */
export declare function rowsAsBlocks(rowCount: number): Blocks;
/**
 * The strata that blocks are resampled in: the runs of two blocks or more; runs of a single block
 * together, or, where there is only one of them, with the last of the others. None where there is
 * only one block in all.
 */
export declare function blockStrata(blockCount: number, runOfBlock?: ArrayLike<number>): number[][];
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
export declare function blockResampler(blockCount: number, runOfBlock?: ArrayLike<number>): BlockResampler;
/**
 * The share of resamples that an interval leaves out at either end. A percentile interval treats
 * the spread of the resamples as known; estimated from few blocks it is not, and the interval would
 * cover too little. It therefore reaches to where a normal distribution has the tail that Student's
 * t has at the level asked for (Hesterberg, 2015, "expanded percentile interval").
 */
export declare function percentileTail(level: number, degreesOfFreedom: number): number;
/**
 * The interval of an estimate from its values in the resamples of blocks: the expanded percentile
 * interval. Resamples in which the value is undefined (NaN) are left out. Where there are fewer
 * than two blocks to compare, or no resample defines it, nothing is known of chance: the interval
 * is all numbers (`isKnown` is false of it), never one without width.
 *
 * Resamples never reach beyond the blocks they are drawn from, and all n of those lie on one side of
 * what they estimate with probability 2^(1 - n). Where that is more than a quarter of what the level
 * leaves out (seven blocks or fewer at .95), the interval is widened to Student's, with the standard
 * deviation of the resamples.
 */
export declare function resampledInterval(estimate: number, resampled: ArrayLike<number>, degreesOfFreedom: number, level?: number): Interval;
/** An estimate of which nothing more is known: its interval is all numbers. */
export declare function unknownInterval(estimate: number, level?: number): Interval;
/** Whether an interval says anything at all. */
export declare function isKnown({ low, high }: Pick<Interval, "low" | "high">): boolean;
/**
 * A ratio of sums over rows (a share, a mean over some of the rows) with its interval by resampling
 * blocks, widened where need be to `atLeast`, the interval that holds if rows were independent: a
 * share of exactly 0 or 1 has the same value in every resample, and that is not certainty. A row
 * counts in the denominator unless `counts` says by how much.
 */
export declare function blockRatio(numerator: ArrayLike<number>, { blockOfRow, blockCount, runOfBlock }: Blocks, atLeast: Interval, random: Random, { repeats, counts }?: {
    repeats?: number;
    counts?: ArrayLike<number>;
}): Interval;
/**
 * The standard error of a mean of rows whose blocks are resampled within runs as Rao and Wu (1988) do
 * it, which for a mean needs no drawing: over the runs, n/(n - 1) times the sum of squares of the
 * blocks' summed deviations from their mean. 0 with no degree of freedom where there is only one
 * block.
 */
export declare function blockError(values: ArrayLike<number>, mean: number, { blockOfRow, blockCount, runOfBlock }: Blocks): {
    standardError: number;
    degreesOfFreedom: number;
};
