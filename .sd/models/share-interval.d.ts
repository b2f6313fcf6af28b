import { type Blocks, type Interval } from "../statistics/index.js";
/**
 * The share of some rows that have a property, with its interval: `hits` and `among` are 0 or 1 for
 * each row. Blocks of time are resampled within runs; where there are none, rows are taken as
 * independent (Wilson), and whoever shows it must say so.
 */
export declare function shareInterval(hits: Uint8Array, among: Uint8Array, { blocks, seed }?: {
    blocks?: Blocks | undefined;
    seed?: number | string;
}): Interval;
