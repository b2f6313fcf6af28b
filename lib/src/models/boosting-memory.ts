import { InputError } from "../statistics/index.js";
import type { BinnedTable } from "./binned-table.js";
import { KERNEL_BYTES } from "./boosting-kernel.js";

/**
 * Rows that one thread takes at a time. Rounding is carried on within a block only, so that no
 * thread waits for another.
 */
export const BLOCK_ROWS = 2048;

/**
 * Bytes of one feature's histogram: 256 bins, the last for missing values, of gradient and hessian.
 */
export const COLUMN_BYTES = 2048;

/** Features whose codes lie side by side, and whose histograms are filled in one pass. */
export const GROUP_FEATURES = 8;
const GROUP_BYTES = GROUP_FEATURES * COLUMN_BYTES;

/**
 * As much as a thread's histograms may take. With fewer than the nodes of a level, some are counted
 * anew.
 */
const HISTOGRAM_BYTES = 2 ** 25;

/** Bytes of the root's sums, of a split and of a leaf's sums, as threads tell each other. */
export const ROOT_BYTES = 24;
export const SPLIT_BYTES = 48;
export const LEAF_BYTES = 32;

/**
 * The one block of shared memory that boosting works in, and where in it things lie (addresses in
 * bytes). Each thread has its own blocks of rows (number b belongs to thread b modulo `threads`),
 * its list of them, and its histograms.
 */
export interface BoostingMemory {
  memory: WebAssembly.Memory;
  threads: number;
  rowCount: number;
  featureCount: number;
  /** Histograms a thread has room for. */
  slots: number;
  /** Rows a thread lists at most. */
  rowsPerThread: number;
  /** By row: log-odds, weight, weight of label 1, both derivatives, the same packed. */
  scores: number;
  weights: number;
  positives: number;
  derivatives: number;
  packed: number;
  /** By thread: rows listed, and room to move them. */
  rows: number;
  spareRows: number;
  /**
   * Codes feature by feature, for partitions, and in groups of eight side by side, for histograms.
   */
  columns: number;
  groups: number;
  /** By thread and slot. */
  histograms: number;
  /**
   * By thread: sums of the root. By job and thread: split found, rows gone left. By leaf and
   * thread: its sums.
   */
  rootSums: number;
  splits: number;
  wentLeft: number;
  leafSums: number;
  barrier: number;
}

/**
 * Lays out the memory for a table and fills in what stays: codes; and, as long as nobody samples
 * rows, weights.
 */
export function layOutBoosting(
  table: BinnedTable,
  {
    maxDepth,
    threads,
    scalePosWeight,
    baseScore,
  }: { maxDepth: number; threads: number; scalePosWeight: number; baseScore: number },
): BoostingMemory {
  // Derivatives are computed two rows at a time: an odd last one has a neighbour of weight 0.
  const { codes } = table;
  const rowCount = table.rowCount + (table.rowCount % 2);
  const groupCount = Math.ceil(codes.length / GROUP_FEATURES);
  const leaves = Math.min(2 ** maxDepth, rowCount);
  const slots = Math.max(
    2,
    Math.min(Math.ceil(leaves / 2), Math.floor(HISTOGRAM_BYTES / (groupCount * GROUP_BYTES))),
  );
  const rowsPerThread = Math.ceil(Math.ceil(rowCount / BLOCK_ROWS) / threads) * BLOCK_ROWS;
  let end = KERNEL_BYTES;
  const take = (bytes: number): number => {
    const at = end;
    end += Math.ceil((bytes + 8) / 64) * 64;
    return at;
  };
  const layout = {
    threads,
    rowCount,
    featureCount: codes.length,
    slots,
    rowsPerThread,
    scores: take(8 * rowCount),
    weights: take(8 * rowCount),
    positives: take(8 * rowCount),
    derivatives: take(16 * rowCount),
    packed: take(8 * rowCount),
    rows: take(4 * (rowsPerThread + 16) * threads),
    spareRows: take(4 * (rowsPerThread + 16) * threads),
    columns: take(rowCount * codes.length),
    groups: take(rowCount * groupCount * GROUP_FEATURES),
    histograms: take(threads * slots * groupCount * GROUP_BYTES),
    rootSums: take(ROOT_BYTES * threads),
    splits: take(SPLIT_BYTES * slots * threads),
    wentLeft: take(4 * slots * threads),
    leafSums: take(LEAF_BYTES * leaves * threads),
    barrier: take(8),
  };
  const pages = Math.ceil(end / 65536);
  if (pages > 65536)
    throw new InputError(
      `boosting ${table.rowCount} rows x ${codes.length} features takes ` +
        `${(end / 2 ** 30).toFixed(1)} GiB, and WebAssembly has 4: fit on a sample of the rows`,
    );
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  fill({ memory, ...layout }, table, scalePosWeight, baseScore);
  return { memory, ...layout };
}

function fill(
  { memory: { buffer }, rowCount, scores, weights, positives, columns, groups }: BoostingMemory,
  { codes, ...table }: BinnedTable,
  scalePosWeight: number,
  baseScore: number,
): void {
  new Float64Array(buffer, scores, rowCount).fill(baseScore);
  const weight = new Float64Array(buffer, weights, rowCount);
  const positive = new Float64Array(buffer, positives, rowCount);
  const bytes = new Uint8Array(buffer);
  for (let row = 0; row < table.rowCount; row++) {
    positive[row] = scalePosWeight * table.positives[row];
    weight[row] = table.negatives[row] + positive[row];
  }
  codes.forEach((column, f) => {
    bytes.set(column, columns + f * rowCount);
    const to = groupOf({ groups, rowCount }, f) + (f % GROUP_FEATURES);
    for (let row = 0; row < table.rowCount; row++) bytes[to + GROUP_FEATURES * row] = column[row];
  });
}

/** Where the codes of the group start that holds a feature. */
export function groupOf(
  { groups, rowCount }: Pick<BoostingMemory, "groups" | "rowCount">,
  feature: number,
): number {
  return groups + Math.floor(feature / GROUP_FEATURES) * rowCount * GROUP_FEATURES;
}

/** Where a thread's histogram in a slot starts. */
export function histogramAt(
  { histograms, slots, featureCount }: BoostingMemory,
  thread: number,
  slot: number,
): number {
  return (
    histograms + (thread * slots + slot) * Math.ceil(featureCount / GROUP_FEATURES) * GROUP_BYTES
  );
}
