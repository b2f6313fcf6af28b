import { type Strata, type ValueEstimator, type WeightedLatencies } from "./estimator.js";
import type { ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";
export interface WeightingOptions {
    /**
     * P(Lambda) of each request where the plan fixed it. Where left out it is the share of Lambda in
     * the request's cell, estimated anew in each resample.
     */
    lambdaPropensity?: Float64Array;
    /**
     * Divide by the sum of the weights (Hajek), as is usual, and not by the number of requests
     * (Horvitz and Thompson). True unless said.
     */
    selfNormalised?: boolean;
}
/**
 * Policy values by inverse propensity weighting (Horvitz and Thompson, 1952; for policies Li, Chu,
 * Langford and Wang, 2011): requests that happened to be served where the policy would have sent
 * them, each weighing the inverse of the probability that it was. Right for any policy, however
 * finely it decides, as long as within a cell chance alone (the load generator's dice) chose the
 * platform. Throws where a known propensity is 0 or 1: such a request says nothing.
 */
export declare function weightingEstimator(observed: ObservedOutcomes, strata: Strata, sloLimitsMs: readonly number[], options?: WeightingOptions): ValueEstimator;
/** The probability with which each request came to the platform that served it. */
export declare function rowPropensity({ platform }: ObservedOutcomes, { cellOfRow, cellCount }: Strata, judged: Uint8Array, lambdaPropensity?: Float64Array): Float64Array;
/**
 * Under a policy: the requests served where it sends them, weighing the inverse of their
 * propensity.
 */
export declare function agreeing(observed: ObservedOutcomes, judged: Uint8Array, propensity: Float64Array): (policy: Policy) => WeightedLatencies;
