import type { FeatureBins } from "./binning.js";
/**
 * A binary decision tree in parallel arrays, one entry a node; node 0 is the root. A row goes left
 * where its bin code is at most `code`, which is where its value is at most `thresholdOf` in the
 * feature's own units.
 */
export interface Tree {
    /** The feature a node splits on, as an index into the ensemble's features; -1 at a leaf. */
    feature: Int32Array;
    /** The highest bin code that goes left. */
    code: Uint8Array;
    /** 1 where a missing value goes left. */
    missingLeft: Uint8Array;
    /** The left child; the right one comes right after it. 0 at a leaf. */
    left: Int32Array;
    /** What a leaf answers: P(label = 1) in a forest, an addition to the log-odds in boosting. */
    value: Float64Array;
    /**
     * Weight of the training rows that came by (of a forest's bootstrap sample, of boosting's row
     * sample).
     */
    cover: Float64Array;
}
/**
 * Trees over the same binned features; what their values mean and how they are added up is the
 * model's.
 */
export interface TreeEnsemble {
    bins: FeatureBins[];
    trees: Tree[];
}
/**
 * The highest value that goes left at a node; Infinity where the split is between missing and not
 * missing.
 */
export declare function thresholdOf({ bins, trees }: TreeEnsemble, tree: number, node: number): number;
/** Levels below the root: 0 for a tree that is one leaf. */
export declare function treeDepth({ feature, left }: Tree): number;
/** A tree under construction: room that doubles when it runs out. */
export declare class TreeBuilder {
    private feature;
    private code;
    private missingLeft;
    private left;
    private value;
    private cover;
    private size;
    setLeaf(node: number, value: number, cover: number): void;
    /** Makes a node an inner one and returns its left child; the right one is the next. */
    setSplit(node: number, feature: number, code: number, missingLeft: boolean): number;
    finish(): Tree;
    private grow;
}
