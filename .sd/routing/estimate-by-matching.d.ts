import { type Strata, type ValueEstimator } from "./estimator.js";
import type { ObservedOutcomes } from "./outcomes.js";
/**
 * Policy values by exact matching (Imbens and Rubin, 2015, chapter 17): within a cell, which holds
 * everything the comparison conditions on, the mean of a platform's requests stands for what any
 * request of the cell would have met there. A policy that splits a cell by something the cell does
 * not hold (the hour, say) is judged as if it split it at random; the weighting estimators are not
 * so blind. Cell means are estimated anew in each resample.
 */
export declare function matchingEstimator(observed: ObservedOutcomes, strata: Strata, sloLimitsMs: readonly number[]): ValueEstimator;
