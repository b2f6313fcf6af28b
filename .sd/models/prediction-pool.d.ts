import { type MixedRows } from "./known-paths.js";
import { type WalkableTree } from "./tree-prediction.js";
/** Leaf values of many rows to be added up; all arrays in shared memory. */
export interface PredictionJob {
    trees: WalkableTree[];
    codes: Uint8Array;
    width: number;
    sums: Float64Array;
    rows: number;
    /** How the rows were put together, if they were, and where that leads. */
    mixed: MixedRows | null;
    /** The next chunk to take, and chunks done. */
    progress: Int32Array;
}
/**
 * Takes chunks of a job until none is left. Rows are independent, so it does not matter who takes
 * which.
 */
export declare function workOn({ trees, codes, width, sums, rows, mixed, progress }: PredictionJob): void;
/**
 * Adds up leaf values with the help of threads that are started once and sleep in between.
 * Synchronous: this thread works, too, and waits only for chunks that a helper has begun.
 */
export declare function addLeafValuesTogether(trees: WalkableTree[], codes: Uint8Array, width: number, sums: Float64Array, rows: number, mixed?: MixedRows | null): void;
