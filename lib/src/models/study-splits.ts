import { InputError, TooFewRowsError } from "../statistics/index.js";
import { authorSplit } from "./author-split.js";
import { groupSplit } from "./group-splits.js";
import type { Split } from "./split.js";

/** How a study splits its rows: at random, or keeping whole context cells together. */
export interface SplitChoice {
  keepTogether: "rows" | "cells";
  /** Shares of the rows; training has the rest. */
  validation: number;
  test: number;
}

/** What the study splits by unless told otherwise: the thesis's 60/20/20 at random. */
export const DEFAULT_SPLIT: SplitChoice = { keepTogether: "rows", validation: 0.2, test: 0.2 };

/** The labelled rows, as splits see them. */
export interface SplitRows {
  label: Uint8Array;
  /** The author's order of rows (`authorRowOrder`), which his random split draws from. */
  order: Uint32Array;
  /** Each row's context cell, coded from 0. */
  cellOfRow: ArrayLike<number>;
}

/**
 * The split that a study trains and judges by. Throws TooFewRowsError where there are too few rows
 * of a class, or too few cells.
 */
export function studySplit(rows: SplitRows, choice: SplitChoice, seed: number): Split {
  const { validation, test, keepTogether } = choice;
  if (!(validation > 0 && test > 0 && validation + test < 1))
    throw new InputError(
      `a split's validation part ${validation} and test part ${test} must be above 0 and leave ` +
        "rows to learn from",
    );
  if (keepTogether === "rows")
    return authorSplit(rows.label, seed, rows.order, { validation, test });
  const shares = { train: 1 - validation - test, validation, test };
  return groupSplit(Uint32Array.from(rows.cellOfRow), shares, seed, "context cells");
}

/** The splits the study shows side by side, and those the data are too few for, with the reason. */
export interface StudySplits {
  splits: Split[];
  refused: string[];
}

/**
 * The split of rows at random and the one that keeps whole context cells together, at the study's
 * shares; the study's own first.
 */
export function studySplits(
  rows: SplitRows,
  seed: number,
  choice: SplitChoice = DEFAULT_SPLIT,
): StudySplits {
  const result: StudySplits = { splits: [], refused: [] };
  const other = choice.keepTogether === "rows" ? "cells" : "rows";
  for (const keepTogether of [choice.keepTogether, other] as const) {
    try {
      result.splits.push(studySplit(rows, { ...choice, keepTogether }, seed));
    } catch (error) {
      // Too few rows or cells is a finding about the data, not a reason to stop.
      if (!(error instanceof TooFewRowsError)) throw error;
      result.refused.push(error.message);
    }
  }
  return result;
}
