import type { StudySplits } from "../../models/index.js";
/**
 * The parts of each split: rows, share labelled 1, context cells touched; and why a split was
 * refused.
 */
export declare function showSplits({ splits, refused }: StudySplits, label: Uint8Array, cellOfRow: Uint32Array): void;
