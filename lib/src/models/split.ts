import { InputError } from "../statistics/index.js";
/** Which rows a model learns from, tunes on and is judged on: row numbers, no row in two parts. */
export interface Split {
  /** What was kept apart: "stratified 60/20/20", "without midday", … */
  name: string;
  train: Uint32Array;
  /** Empty where the split has no such part. */
  validation: Uint32Array;
  test: Uint32Array;
}

/** Whether rows of both labels are among these: without, there is nothing to learn. */
export function hasBothClasses(label: Uint8Array, rows: Uint32Array): boolean {
  return rows.some((row) => label[row] === 1) && rows.some((row) => label[row] === 0);
}

/** The shares of a split's parts. What they leave of 1 is not used. */
export interface SplitShares {
  train: number;
  validation: number;
  test: number;
}

/** The author's shares. */
export const DEFAULT_SHARES: SplitShares = { train: 0.6, validation: 0.2, test: 0.2 };

/**
 * Throws on shares that are negative, add up to more than 1, or leave nothing to learn from or to
 * judge on.
 */
export function checkShares({ train, validation, test }: SplitShares): void {
  const fine = train > 0 && test > 0 && validation >= 0 && train + validation + test <= 1 + 1e-9;
  if (!fine)
    throw new InputError(
      `shares must be positive and add up to at most 1, not ${train} + ${validation} + ${test}`,
    );
}

/** "60/20/20" */
export function sharesName({ train, validation, test }: SplitShares): string {
  return [train, validation, test].map((share) => Math.round(share * 100)).join("/");
}
