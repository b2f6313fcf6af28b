import { type FeatureBins } from "./binning.js";
import { type NodeSums, type SplitRules } from "./boosting-splits.js";
import type { BoostingMember } from "./boosting-team.js";
import { type Tree } from "./tree.js";
export interface BoostingTreeOptions extends SplitRules {
    maxDepth: number;
    learningRate: number;
}
/**
 * A node that is to be split: the rows of it that this thread listed, and where its histogram is.
 */
export interface Job extends NodeSums {
    node: number;
    depth: number;
    start: number;
    count: number;
    /** Rows of it in all threads. */
    rowCount: number;
    slot: number;
}
/**
 * Grows regression trees on histograms of gradients. Every thread runs the same steps with its own
 * rows (histograms, partitions, leaves) and its own features (adding the threads' histograms up,
 * searching), and all come to the same tree.
 */
export declare class BoostingTreeGrower {
    private readonly member;
    private readonly bins;
    private readonly options;
    private readonly finder;
    private readonly units;
    private readonly scale;
    private readonly memory;
    private readonly rows;
    private readonly spareRows;
    /**
     * @param weight the most that the rows' weights may add up to @param heaviestRow the most that
     * one may weigh
     */
    constructor(member: BoostingMember, bins: readonly FeatureBins[], options: BoostingTreeOptions, weight: number, heaviestRow: number);
    /**
     * A tree on the rows of positive weight, split on some of the features only; each of those rows'
     * leaf value is added to its score.
     */
    grow(chosen: Int32Array): Tree;
    /**
     * Computes the derivatives of this thread's rows and lists those of positive weight; returns
     * their number.
     */
    private derive;
    /** What this thread's rows add up to, seen in the histogram of any one feature. */
    private shareRootSums;
    private readRootSums;
    /** Fills, from this thread's rows, the histograms that cannot be had by subtraction. */
    private countRows;
    /**
     * Adds up the threads' histograms of this thread's features, takes them off their parents', and
     * publishes the best splits on them.
     */
    private search;
    private publish;
    /** The best of all threads' splits; of equal ones that on the lowest feature. */
    private bestSplit;
    private splitRows;
    private addChildren;
    private finishLeaves;
}
