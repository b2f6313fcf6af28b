import { type Split, type SplitShares } from "./split.js";
/**
 * Splits rows so that every group (a context cell, say) lies whole in one part: groups are shuffled
 * and each goes to the part that is furthest below its share of the rows. (Not the largest groups
 * first: that would even out the parts better, but always train on the same large groups.)
 * `groupOfRow` holds codes from 0 up; `what` names the groups.
 */
export declare function groupSplit(groupOfRow: Uint32Array, shares?: SplitShares, seed?: number | string, what?: string): Split;
/** k-fold with whole groups: each group is in the test part of exactly one of `folds` splits. */
export declare function groupFolds(groupOfRow: Uint32Array, folds: number, seed?: number | string, what?: string): Split[];
/**
 * One split a group, its rows the test part: how good is a model in a window, at a size or under a
 * pattern it never saw?
 */
export declare function leaveOneGroupOut(groupOfRow: Uint32Array, names?: readonly string[]): Split[];
/**
 * Forward in time: rows in order of their time are cut into `folds + 1` equal blocks; split k
 * trains on the first k blocks and tests on the next. Rows of the same instant stay together, so no
 * row is tested on a model that saw its time or later. Rows are in the order of time.
 */
export declare function forwardInTime(timestampMs: Float64Array, folds: number): Split[];
