import type { PairStatistic } from "./friedman-h.js";
import type { PairSummary } from "./shapley-summary.js";
/** A pair of players by both measures of interaction. */
export interface CheckedPair {
    pair: string;
    /** Mean |Shapley interaction|, on the scale explained. */
    shapley: number;
    /**
     * Friedman's H, and the standard deviation of the interaction it is made of, on the same scale.
     */
    h: number;
    deviation: number;
}
/**
 * Interactions by Shapley and by Friedman side by side, and whether they put the pairs in the same
 * order.
 */
export interface InteractionCheck {
    /** Strongest by Shapley first. */
    pairs: CheckedPair[];
    /** Spearman's rank correlation of `shapley` and `deviation`; NaN where a side is constant. */
    rankCorrelation: number;
}
/**
 * Sets Shapley interactions beside Friedman's H of the same model and rows. Throws where the
 * players differ.
 */
export declare function checkInteractions(shapley: readonly PairSummary[], friedman: readonly PairStatistic[]): InteractionCheck;
