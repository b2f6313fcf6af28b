import type { FeatureTable } from "../features/index.js";
import { type Tree, type TreeEnsemble } from "./tree.js";
/**
 * A tree made for walking: two numbers a node, `child` (the left one; a leaf's own) and `test`,
 * which holds feature * 512 + shift * 256 + code. Codes are compared after adding `shift` modulo
 * 256, which turns the missing code 255 into 0 where missing values go left; a leaf's test sends
 * every row "left", to itself. So every row can take the same number of steps, and several walk
 * side by side without a branch. In shared memory, for threads to walk it, too.
 */
export interface WalkableTree {
    nodes: Int32Array;
    value: Float64Array;
    depth: number;
}
export declare function walkable(tree: Tree): WalkableTree;
/** Adds each row's leaf value to `sums`; `codes` holds `width` codes a row, row after row. */
export declare function addLeafValues({ nodes, value, depth }: WalkableTree, codes: Uint8Array, width: number, sums: Float64Array, from: number, count: number): void;
/** The same for the first `listed` of some rows only, counted from `from`. */
export declare function addListedLeafValues({ nodes, value, depth }: WalkableTree, codes: Uint8Array, width: number, sums: Float64Array, from: number, list: Int32Array, listed: number): void;
/** For each row of a table, the sum over the trees of the leaf values it comes to. */
export declare class TreeWalker {
    private readonly trees;
    private readonly bins;
    private readonly stepsPerRow;
    constructor({ trees, bins }: TreeEnsemble);
    sumLeaves(featureNames: readonly string[], features: FeatureTable): Float64Array;
    /** The same for rows put together from two rows of one table, whose values are coded but once. */
    mixedSums(featureNames: readonly string[], features: FeatureTable): (fromSecond: readonly boolean[], first: Uint32Array, second: Uint32Array) => Float64Array;
    private sumCoded;
}
