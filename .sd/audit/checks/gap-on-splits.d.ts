import { type Check } from "../check.js";
/**
 * Accuracy lost from training to test rows, on a random split and on splits that keep whole cells,
 * windows or sizes together.
 */
export declare const gapOnSplits: Check;
