import { codeRows } from "../statistics/index.js";
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
export function slotsOf({ cellOfRow, cellCount, blockOfRow }: Strata, judged: Uint8Array): Slots {
  const { codeOfRow, codeCount, firstRow } = codeRows([blockOfRow, cellOfRow], cellOfRow.length);
  const cellOfSlot = Uint32Array.from(firstRow, (row) => cellOfRow[row]);
  const blockOfSlot = Uint32Array.from(firstRow, (row) => blockOfRow[row]);
  return {
    sum(value) {
      const sums = new Float64Array(codeCount);
      for (let row = 0; row < judged.length; row++)
        if (judged[row] === 1) sums[codeOfRow[row]] += value(row);
      return sums;
    },
    byCell(sums, blockWeight) {
      const cells = new Float64Array(cellCount);
      for (let slot = 0; slot < codeCount; slot++)
        cells[cellOfSlot[slot]] += blockWeight[blockOfSlot[slot]] * sums[slot];
      return cells;
    },
  };
}
