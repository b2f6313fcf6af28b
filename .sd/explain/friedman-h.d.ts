import type { FeatureTable } from "../features/index.js";
import type { Classifier } from "../models/index.js";
import type { OutputScale } from "./model-output.js";
import type { FeatureGroup } from "./permutation-importance.js";
import { type Background } from "./shapley-game.js";
/** Friedman's H of two players. */
export interface PairStatistic {
    players: readonly [string, string];
    /**
     * Part of the joint effect's standard deviation that is neither's own, 0 to 1 (somewhat above for
     * effects that cancel); NaN where there is no joint effect.
     */
    h: number;
    /**
     * The standard deviation of the interaction itself, on the scale explained: H alone makes much of
     * pairs that do little.
     */
    interactionDeviation: number;
}
/**
 * Friedman's H statistic (Friedman and Popescu, 2008, eq. 44-45) of every pair of players: the
 * centred partial dependence on both, less those on either, its root mean square over the rows
 * beside that of the joint one. Partial dependence is the mean output over the background, as in
 * Shapley's game. A cross-check of Shapley interactions, which answer a question of their own: H
 * looks at pairs with all else averaged out, the index at pairs within all coalitions. The model is
 * asked for (distinct rows) x (distinct background rows) hybrids a pair.
 */
export declare function friedmanH(classifier: Classifier, features: FeatureTable, background: Background, options?: {
    groups?: readonly FeatureGroup[];
    scale?: OutputScale;
}): PairStatistic[];
