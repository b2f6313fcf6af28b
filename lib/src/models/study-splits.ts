import { TooFewRowsError } from "../statistics/index.js";
import { authorSplit } from "./author-split.js";
import { groupSplit } from "./group-splits.js";
import type { Split } from "./split.js";

/** The splits the study shows side by side, and those the data are too few for, with the reason. */
export interface StudySplits {
  splits: Split[];
  refused: string[];
}

/**
 * The author's random split (rows in his `order`), and one that keeps whole context cells together.
 */
export function studySplits(
  label: Uint8Array,
  order: Uint32Array,
  cellOfRow: Uint32Array,
  seed: number,
): StudySplits {
  const result: StudySplits = { splits: [], refused: [] };
  for (const split of [
    () => authorSplit(label, seed, order),
    () => groupSplit(cellOfRow, undefined, seed, "context cells"),
  ]) {
    try {
      result.splits.push(split());
    } catch (error) {
      // Too few rows or cells is a finding about the data, not a reason to stop.
      if (!(error instanceof TooFewRowsError)) throw error;
      result.refused.push(error.message);
    }
  }
  return result;
}
