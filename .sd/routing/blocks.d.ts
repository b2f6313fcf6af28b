import { type Random } from "../statistics/index.js";
/** Requests cut into blocks of time, and blocks into runs. */
export interface TimeBlocks {
    /** Block of each row; only blocks that hold requests are counted. */
    blockOfRow: Uint32Array;
    blockCount: number;
    /** Run of each block: blocks that follow each other without a gap in which nothing was sent. */
    runOfBlock: Uint32Array;
    minutes: number;
}
/** Rows cut into blocks of `minutes` by their time stamps. */
export declare function timeBlocks(timestampMs: ArrayLike<number>, minutes?: number): TimeBlocks;
/**
 * Draws the weights of the blocks in one resample, and how much the spread of the resamples can be
 * trusted.
 */
export interface BlockResampler {
    draw(random: Random): Float64Array;
    /** Blocks less the runs they lie in: what the spread was estimated from. */
    degreesOfFreedom: number;
}
/**
 * Blocks are drawn within their run, because the plan and not chance decided how many there are of
 * each: of the n blocks of a run n - 1 are drawn with replacement, each weighing n/(n - 1) for
 * every time it was drawn (Rao and Wu, 1988), which makes the spread of few blocks as wide as it
 * should be. Runs of a single block are resampled together. Where there is only one block in all,
 * it weighs 1: nothing can be said.
 */
export declare function blockResampler(blockCount: number, runOfBlock?: ArrayLike<number>): BlockResampler;
/**
 * The share of resamples that an interval leaves out at either end. A percentile interval treats
 * the spread of the resamples as known; estimated from few blocks it is not, and the interval would
 * cover too little. It therefore reaches to where a normal distribution has the tail that Student's
 * t has at the level asked for (Hesterberg, 2015, "expanded percentile interval").
 */
export declare function percentileTail(level: number, degreesOfFreedom: number): number;
