import { type Strata } from "./estimator.js";
import type { ObservedOutcomes } from "./outcomes.js";
/** A threshold on P(Lambda optimal), and what it is estimated to save. */
export interface Threshold {
    /** Lambda where the probability exceeds it. */
    threshold: number;
    /** USD a request, waiting at its price included, against sending everything to ECS. */
    savedNetUsd: number;
}
/**
 * USD a request saves on Lambda, waiting included, by its doubly robust scores; NaN where that
 * cannot be said.
 */
export declare function lambdaAdvantage(observed: ObservedOutcomes, strata: Strata, usdPerMs: number): Float64Array;
/**
 * The threshold with the largest estimated saving on these rows (validation rows: those the model
 * is judged on later must not have a say), over all thresholds that tell apart two of its
 * probabilities, and the two that tell none. Policy learning by doubly robust scores: Athey and
 * Wager, 2021. Ties go to the threshold nearest to one half.
 */
export declare function bestThreshold(probability: ArrayLike<number>, advantage: Float64Array): Threshold;
