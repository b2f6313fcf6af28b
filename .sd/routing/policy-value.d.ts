import { type Interval, type Random } from "../statistics/index.js";
import type { EcsBill } from "./ecs-bill.js";
import { type EstimationMethod, type Refusal, type Strata, type ValueEstimator } from "./estimator.js";
import type { Axis, BothOutcomes, ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";
/**
 * What a policy is worth: means over the requests, each with its interval, and the difference from
 * a reference policy.
 */
export interface PolicyValue {
    policy: string;
    /** Share of requests it sends to Lambda. */
    lambdaShare: number;
    /** Mean latency in ms and mean cost in USD a request. */
    mean: Record<Axis, Interval>;
    /** Reference minus policy: what it saves a request (negative: what it loses). */
    saved: Record<Axis, Interval>;
    /** Both savings in one, a ms at its stated price: USD a request. */
    savedNetUsd: Interval;
    /**
     * Policy minus oracle on each axis: what knowing everything would have saved more; null where no
     * oracle was named.
     */
    regret: Record<Axis, Interval> | null;
    /** Share of requests that fail or are given up. */
    failed: Interval;
    /** The same, reference minus policy: what would have been answered more. */
    failedLess: Interval;
    /** Share of requests that take longer than a limit, or fail. */
    sloMisses: {
        limitMs: number;
        share: Interval;
    }[];
    /**
     * Quantiles of the latency in ms; Infinity where that share of the requests is not even answered.
     */
    quantiles: {
        probability: number;
        latencyMs: Interval;
    }[];
}
/** The values of several policies on the same requests. */
export interface PolicyComparison {
    method: EstimationMethod;
    reference: string;
    values: PolicyValue[];
    /** Requests judged. */
    rows: number;
    /** Requests that could not be judged, with the reason. */
    refused: Refusal;
    /** Blocks of time the intervals were resampled over. */
    blocks: number;
    /** The price of a ms in `savedNetUsd`. */
    usdPerMs: number;
}
export interface ComparisonOptions {
    /** Name of the policy that savings are counted against. */
    reference: string;
    random: Random;
    /** Bootstrap repeats; 1,000 unless given. */
    repeats?: number;
    level?: number;
    /** Names of the policies that regret is counted against, by axis. */
    oracles?: Readonly<Record<Axis, string>>;
    /** The limits that misses are counted of must be those the estimator was made with. */
    sloLimitsMs?: readonly number[];
    /** .5, .95 and .99 unless given. */
    quantiles?: readonly number[];
    usdPerMs?: number;
    /** ECS billed by the hour; its outcomes must then cost nothing by the request. */
    bill?: EcsBill;
}
/** Limits on the response time that misses are counted of, where none are given. */
export declare const DEFAULT_SLO_LIMITS_MS: readonly number[];
/**
 * Policy values with their intervals: blocks of time resampled within runs (Rao and Wu, 1988),
 * every policy judged on the same resamples, so that differences keep what the policies have in
 * common. With fewer than two blocks nothing is known of chance, and the intervals are all numbers;
 * but a policy that answers every request as the reference does differs from it by exactly nothing.
 */
export declare function valuePolicies(estimator: ValueEstimator, policies: readonly Policy[], strata: Pick<Strata, "blockOfRow" | "blockCount" | "runOfBlock">, options: ComparisonOptions): PolicyComparison;
/**
 * Policy values from logs in which each request was served once, by matching in cells
 * (`matchingEstimator`).
 */
export declare function comparePoliciesByMatching(observed: ObservedOutcomes, policies: readonly Policy[], strata: Strata, options: ComparisonOptions): PolicyComparison;
/** Policy values where both outcomes of every request are known (`exactEstimator`). */
export declare function comparePoliciesExactly(both: BothOutcomes, policies: readonly Policy[], strata: Pick<Strata, "blockOfRow" | "blockCount" | "runOfBlock">, options: ComparisonOptions): PolicyComparison;
