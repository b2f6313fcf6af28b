import { codeColumn, createRandom } from "../statistics/index.js";

/**
 * Rows cut into parts. Each is judged by learners that saw neither it nor the part after it, on
 * which their scores are calibrated.
 */
export interface Folds {
  count: number;
  foldOfRow: Uint8Array;
  /** Rows of each fold, ascending. */
  rowsOf: readonly Uint32Array[];
}

/** Six folds, so that learners see two thirds of the rows. */
const FOLDS = 6;

/**
 * Rows in six folds of about equal size, drawn by the seed; rows of one block stay together. Fewer
 * folds where there are fewer blocks.
 */
export function drawFolds(
  rowCount: number,
  blockOfRow: ArrayLike<number> | undefined,
  seed: string | number,
): Folds {
  const block = blockOfRow
    ? codeColumn(Float64Array.from(blockOfRow))
    : { codeOfRow: Uint32Array.from({ length: rowCount }, (_, row) => row), codeCount: rowCount };
  const count = Math.min(FOLDS, block.codeCount);
  const order = Uint32Array.from({ length: block.codeCount }, (_, b) => b);
  createRandom(seed).fork("folds").shuffle(order);
  const sizes = new Uint32Array(block.codeCount);
  for (const code of block.codeOfRow) sizes[code]++;
  // Each block goes to the fold that has fewest rows so far.
  const foldOfBlock = new Uint8Array(block.codeCount);
  const filled = new Float64Array(count);
  for (const b of order) {
    const fold = filled.indexOf(Math.min(...filled));
    foldOfBlock[b] = fold;
    filled[fold] += sizes[b];
  }
  const foldOfRow = Uint8Array.from(block.codeOfRow, (code) => foldOfBlock[code]);
  return { count, foldOfRow, rowsOf: rowsByFold(foldOfRow, count) };
}

function rowsByFold(foldOfRow: Uint8Array, count: number): Uint32Array[] {
  const rows: number[][] = Array.from({ length: count }, () => []);
  foldOfRow.forEach((fold, row) => rows[fold].push(row));
  return rows.map((of) => Uint32Array.from(of));
}

/** The fold on which the learners that judge this one are calibrated. */
export function calibrationFold({ count }: Folds, fold: number): number {
  return (fold + 1) % count;
}

/** The folds that the learners which judge this one are fitted to. */
export function trainingFolds(folds: Folds, fold: number): number[] {
  const calibration = calibrationFold(folds, fold);
  return Array.from({ length: folds.count }, (_, f) => f).filter(
    (f) => f !== fold && f !== calibration,
  );
}

/** What a learner says of rows it has not seen. */
export interface Scores {
  /** Of each row, by the fit that judges its fold. */
  judged: Float64Array;
  /** Of each row, by the fit that is calibrated on its fold. */
  calibration: Float64Array;
}
