import { type Blocks } from "../statistics/index.js";
/**
 * Requests cut into blocks of time, and blocks into runs: blocks that follow each other without a
 * gap in which nothing was sent.
 */
export interface TimeBlocks extends Blocks {
    /** Block of each row; only blocks that hold requests are counted. */
    blockOfRow: Uint32Array;
    /** Run of each block. */
    runOfBlock: Uint32Array;
    minutes: number;
}
/**
 * Requests this near in time share their fate (an overloaded task, a cold function, a full link):
 * the study resamples them together, everywhere.
 */
export declare const BLOCK_MINUTES = 5;
/** Rows cut into blocks of `minutes` by their time stamps (UTC ms). */
export declare function timeBlocks(timestampMs: ArrayLike<number>, minutes?: number): TimeBlocks;
