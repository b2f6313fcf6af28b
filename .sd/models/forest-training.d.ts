import { type BinnedTable } from "./binned-table.js";
import { type ForestTreeOptions } from "./forest-tree.js";
import type { Tree } from "./tree.js";
/** All that a thread needs to grow any tree of a forest. */
export interface ForestTask extends ForestTreeOptions {
    table: BinnedTable;
    seed: number;
    /** Draws a bootstrap sample, or null for every tree on all rows. */
    sampleSize: number | null;
    oobScore: boolean;
}
/**
 * A tree, and its answers for the rows (before folding) that its sample left out; NaN for those
 * within.
 */
export interface GrownTree {
    tree: Tree;
    outOfBag: Float32Array | null;
}
/**
 * Grows trees of a forest by number: tree t is the same whichever thread grows it, and whatever it
 * grew before.
 */
export declare class ForestTrainer {
    private readonly task;
    private readonly grower;
    private readonly bootstrap;
    private readonly rowMajorCodes;
    constructor(task: ForestTask);
    grow(number: number): GrownTree;
    private outOfBag;
}
/**
 * The entries (2 * row + label) of a table of whole weights, one a row before folding, in the order
 * that `Bootstrap` gives them.
 */
export declare function labelOfEntries({ negatives, positives }: BinnedTable): Uint8Array;
