import { type Strata, type ValueEstimator } from "./estimator.js";
import { type MeasureColumn } from "./measures.js";
import type { ObservedOutcomes } from "./outcomes.js";
/**
 * Doubly robust scores (augmented inverse propensity weighting: Robins, Rotnitzky and Zhao, 1994;
 * cross-fitting: Chernozhukov et al., 2018): for each measure, request and platform p
 *
 *     score_p = m_p + [served by p] (y - m_p) / e_p
 *
 * with m_p the mean of the measure over the requests of the same cell that p served, and e_p the
 * share of the cell's requests that p served, both from the other folds. The mean of the chosen
 * platforms' scores is a policy's value; it is right if either the cell means or the shares are. A
 * cell's requests are dealt to the folds in turn, each platform's by themselves. (Folds of whole
 * blocks would leave out the better part of a platform's requests at once where it answered only in
 * some, and learn from what is left.) Where the other folds hold no request of the cell on a
 * platform, the whole cell's figures stand in. Columns: [ecs, lambda][measure][row]; NaN where not
 * judged.
 */
export declare function doublyRobustScores(columns: readonly MeasureColumn[], platform: Uint8Array, judged: Uint8Array, { cellOfRow, cellCount }: Pick<Strata, "cellOfRow" | "cellCount">, folds?: number): [ecs: Float64Array[], lambda: Float64Array[]];
/**
 * Policy values by doubly robust scores; the latency's distribution, for which no score is a share,
 * by inverse propensity.
 */
export declare function doublyRobustEstimator(observed: ObservedOutcomes, strata: Strata, sloLimitsMs: readonly number[]): ValueEstimator;
