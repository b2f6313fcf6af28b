import type { Strata } from "./estimator.js";
/**
 * Sums by block and cell, for the combinations that occur only. A bootstrap weighs the blocks and
 * adds up by cell: it never touches a row again.
 */
export interface Slots {
    /** Adds up a number a row over the rows of each slot. */
    sum(value: (row: number) => number): Float64Array;
    /** Sums by cell of sums by slot, each block weighing what it weighs. */
    byCell(sums: Float64Array, blockWeight: ArrayLike<number>): Float64Array;
}
/** Slots over the judged rows. */
export declare function slotsOf({ cellOfRow, cellCount, blockOfRow }: Strata, judged: Uint8Array): Slots;
