import type { WalkableTree } from "./tree-prediction.js";
/**
 * What each row of a table is answered by each tree, and which features were tested on the way (bit
 * f for feature f modulo 32; two features on one bit cost time, not truth). A row with other values
 * in features that were not tested comes out at the same leaf. Trees one after the other; in shared
 * memory.
 */
export interface KnownPaths {
    rowCount: number;
    value: Float64Array;
    tested: Int32Array;
}
/**
 * Rows put together from two rows of a table of known paths: row i is row first[i] but for the
 * features in `replaced` (as bits).
 */
export interface MixedRows {
    paths: KnownPaths;
    first: Uint32Array;
    replaced: number;
}
/** @param codes `width` codes a row, row after row */
export declare function knowPaths(trees: readonly WalkableTree[], codes: Uint8Array, width: number, rowCount: number): KnownPaths;
export declare function bitsOf(features: Iterable<number>): number;
/**
 * Adds the value of the known leaf to the sums of the rows that must come out there; lists the
 * others, and returns how many they are.
 */
export declare function addKnownLeaves(tree: number, { paths, first, replaced }: MixedRows, sums: Float64Array, from: number, count: number, others: Int32Array): number;
