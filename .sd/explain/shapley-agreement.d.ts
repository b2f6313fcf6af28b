import { type Interval } from "../statistics/index.js";
import type { ShapleyValues } from "./shapley.js";
/** Whether two models say the same about what matters. */
export interface ShapleyAgreement {
    /**
     * Rank correlation of the players' mean |Shapley value|, with a bootstrap interval over the
     * explained rows.
     */
    importance: Interval;
    /**
     * Correlation of the two models' values for the same row and player, all rows and players
     * together: agreement on each request, not on the whole. NaN where either has none.
     */
    values: number;
}
/**
 * Compares two explanations of the same rows by the same players. Agreement may mean that there is
 * one truth to find, or that both models are the same function: set it beside the share of
 * identical answers (`compareClassifiers`). Throws where rows or players differ.
 */
export declare function shapleyAgreement(first: ShapleyValues, second: ShapleyValues, options?: {
    repeats?: number;
    level?: number;
    seed?: number | string;
}): ShapleyAgreement;
