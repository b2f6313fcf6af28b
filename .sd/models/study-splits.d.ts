import type { Split } from "./split.js";
/** The splits the study shows side by side, and those the data are too few for, with the reason. */
export interface StudySplits {
    splits: Split[];
    refused: string[];
}
/**
 * The author's random split (rows in his `order`), and one that keeps whole context cells together.
 */
export declare function studySplits(label: Uint8Array, order: Uint32Array, cellOfRow: Uint32Array, seed: number): StudySplits;
