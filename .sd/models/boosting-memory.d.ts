import type { BinnedTable } from "./binned-table.js";
/**
 * Rows that one thread takes at a time. Rounding is carried on within a block only, so that no
 * thread waits for another.
 */
export declare const BLOCK_ROWS = 2048;
/**
 * Bytes of one feature's histogram: 256 bins, the last for missing values, of gradient and hessian.
 */
export declare const COLUMN_BYTES = 2048;
/** Features whose codes lie side by side, and whose histograms are filled in one pass. */
export declare const GROUP_FEATURES = 8;
/** Bytes of the root's sums, of a split and of a leaf's sums, as threads tell each other. */
export declare const ROOT_BYTES = 24;
export declare const SPLIT_BYTES = 48;
export declare const LEAF_BYTES = 32;
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
export declare function layOutBoosting(table: BinnedTable, { maxDepth, threads, scalePosWeight, baseScore, }: {
    maxDepth: number;
    threads: number;
    scalePosWeight: number;
    baseScore: number;
}): BoostingMemory;
/** Where the codes of the group start that holds a feature. */
export declare function groupOf({ groups, rowCount }: Pick<BoostingMemory, "groups" | "rowCount">, feature: number): number;
/** Where a thread's histogram in a slot starts. */
export declare function histogramAt({ histograms, slots, featureCount }: BoostingMemory, thread: number, slot: number): number;
