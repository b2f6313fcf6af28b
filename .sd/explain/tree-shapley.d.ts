import type { Tree } from "../models/index.js";
/** Rows as a tree sees them: one column of bin codes a feature. */
export interface CodedRows {
    count: number;
    codes: readonly Uint8Array[];
}
/**
 * Where the values go: sums over trees, `players` numbers a row, and `players` squared ones for
 * pairs (upper triangle only).
 */
export interface ShapleySums {
    players: number;
    values: Float64Array;
    interactions: Float64Array | null;
}
/**
 * Exact interventional Shapley values of a tree's output, and pairwise interactions, of many rows
 * against a whole background at once. For a row x and a background row z the tree is a game that
 * ends in one leaf for each coalition S (x's values in S, z's elsewhere). A leaf is reached if and
 * only if S holds every player that only x satisfies on the leaf's path and none that only z
 * satisfies, so its part of the game has a closed form in those two sets (Lundberg et al., 2020).
 * Instead of walking pair by pair, rows and background go down the tree together, in groups that
 * satisfy the same players so far; each leaf then needs one sum a pair of groups, not of rows.
 */
export declare class TreeGame {
    private readonly explained;
    private readonly reference;
    private readonly share;
    private readonly playerOfFeature;
    private readonly sums;
    private readonly missing;
    private readonly background;
    private readonly rows;
    /** The player behind each bit of a mask, along the path to the current node. */
    private readonly playerOfBit;
    private tree;
    private scale;
    private readonly single;
    private readonly withOthers;
    private readonly pairs;
    /**
     * @param share of each background row in the whole, adding up to 1 @param missing the code of a
     * missing value
     */
    constructor(explained: CodedRows, reference: CodedRows, share: Float64Array, playerOfFeature: Int32Array, sums: ShapleySums, missing: number);
    /** Adds the values of one tree, its leaves times `scale`. */
    add(tree: Tree, scale: number): void;
    private descend;
    private addLeaf;
    /**
     * Adds a pair of groups to the joint effects; returns what two forbidden players have together.
     */
    private addPairs;
    private writeValues;
    private writeInteractions;
}
