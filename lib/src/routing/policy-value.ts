import {
  blockResampler,
  resampledInterval,
  studentQuantile,
  type Interval,
  type Random,
} from "../statistics/index.js";
import type { EcsBill } from "./ecs-bill.js";
import { exactEstimator } from "./estimate-exactly.js";
import {
  weighted,
  type EstimationMethod,
  type Overlap,
  type Refusal,
  type Strata,
  type Support,
  type ValueEstimator,
} from "./estimator.js";
import { latencyQuantiles } from "./latency-quantiles.js";
import { COST, FAILED, LATENCY, SLO_MISSES } from "./measures.js";
import type { Axis, BothOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";

/**
 * What a policy is worth: means over the requests, each with its interval, and the difference from
 * a reference policy.
 */
export interface PolicyValue {
  policy: string;
  /** Share of requests it sends to Lambda. */
  lambdaShare: number;
  /**
   * Mean latency in ms and mean cost in USD a request. As all intervals but `onTheseRequests`,
   * these say where the figure would lie were the campaign repeated: blocks of time are resampled.
   */
  mean: Record<Axis, Interval>;
  /**
   * The same means with how far they may lie from what both outcomes of these very requests would
   * say; null where both are known, and nothing is estimated.
   */
  onTheseRequests: Record<Axis, Interval> | null;
  /** What the estimate rests on; null where both outcomes are known. */
  support: Support | null;
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
  /**
   * Share of requests that take longer than a limit, or fail; `fewer`: reference minus policy.
   */
  sloMisses: { limitMs: number; share: Interval; fewer: Interval }[];
  /**
   * Quantiles of the latency in ms; Infinity where that share of the requests is not even answered.
   */
  quantiles: { probability: number; latencyMs: Interval }[];
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
  /** Where P(Lambda) lies among the judged requests; null where both outcomes are known. */
  overlap: Overlap | null;
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
  /** What a ms of waiting is worth, USD (`priceOfTime`). */
  usdPerMs: number;
  /** ECS billed by the hour; its outcomes must then cost nothing by the request. */
  bill?: EcsBill;
}

/** Limits on the response time that misses are counted of, where none are given. */
export const DEFAULT_SLO_LIMITS_MS: readonly number[] = [1000, 2500, 5000];

/**
 * Policy values with their intervals: blocks of time resampled within runs (Rao and Wu, 1988),
 * every policy judged on the same resamples, so that differences keep what the policies have in
 * common. With fewer than two blocks nothing is known of chance, and the intervals are all numbers;
 * but a policy that answers every request as the reference does differs from it by exactly nothing.
 */
export function valuePolicies(
  estimator: ValueEstimator,
  policies: readonly Policy[],
  strata: Pick<Strata, "blockOfRow" | "blockCount" | "runOfBlock">,
  options: ComparisonOptions,
): PolicyComparison {
  const { sloLimitsMs = DEFAULT_SLO_LIMITS_MS, usdPerMs, oracles } = options;
  const { quantiles = [0.5, 0.95, 0.99], level = 0.95 } = options;
  const indexOf = (name: string): number => policies.findIndex((policy) => policy.name === name);
  for (const name of [options.reference, ...Object.values(oracles ?? {})]) {
    if (indexOf(name) < 0)
      throw new RangeError(
        `no policy is called "${name}"; there are ${policies.map((p) => p.name).join(", ")}`,
      );
  }
  const { point, interval, weights, degreesOfFreedom } = resampleMeans(
    estimator,
    policies,
    strata,
    options,
  );
  const reference = indexOf(options.reference);
  const meanOf = (p: number, measure: number): Interval =>
    interval((means) => means(p)[1 + measure]);
  const nothing: Interval = { estimate: 0, low: 0, high: 0, level };
  const sameAs = (p: number, than: number): boolean =>
    policies[p].choice.every((platform, row) => platform === policies[than].choice[row]);
  const lessThan = (p: number, than: number, measure: number): Interval =>
    sameAs(p, than)
      ? nothing
      : interval((means) => means(than)[1 + measure] - means(p)[1 + measure]);
  const netOf = (means: Float64Array): number => means[1 + COST] + usdPerMs * means[1 + LATENCY];
  const resampling = {
    blockOfRow: strata.blockOfRow,
    blockWeights: weights,
    degreesOfFreedom,
    level,
  };
  const valueOf = (policy: Policy, p: number): PolicyValue => {
    const times =
      quantiles.length === 0
        ? []
        : latencyQuantiles(estimator.latencies(policy), quantiles, resampling);
    return {
      policy: policy.name,
      lambdaShare: point[p][0],
      mean: { latencyMs: meanOf(p, LATENCY), costUsd: meanOf(p, COST) },
      onTheseRequests: estimationIntervals(estimator, policy, point[p], level),
      support: estimator.support?.(policy) ?? null,
      saved: {
        latencyMs: lessThan(p, reference, LATENCY),
        costUsd: lessThan(p, reference, COST),
      },
      savedNetUsd: sameAs(p, reference)
        ? nothing
        : interval((means) => netOf(means(reference)) - netOf(means(p))),
      regret: oracles
        ? {
            latencyMs: lessThan(indexOf(oracles.latencyMs), p, LATENCY),
            costUsd: lessThan(indexOf(oracles.costUsd), p, COST),
          }
        : null,
      failed: meanOf(p, FAILED),
      failedLess: lessThan(p, reference, FAILED),
      sloMisses: sloLimitsMs.map((limitMs, i) => ({
        limitMs,
        share: meanOf(p, SLO_MISSES + i),
        fewer: lessThan(p, reference, SLO_MISSES + i),
      })),
      quantiles: quantiles.map((probability, i) => ({ probability, latencyMs: times[i] })),
    };
  };
  return {
    method: estimator.method,
    reference: options.reference,
    rows: estimator.rows,
    refused: estimator.refused,
    overlap: estimator.overlap ?? null,
    blocks: strata.blockCount,
    usdPerMs,
    values: policies.map(valueOf),
  };
}

/** The policies' means on all blocks, and what resampling the blocks makes of them. */
interface ResampledMeans {
  /** Share to Lambda, then each measure, by policy. */
  point: Float64Array[];
  /** A figure made from the means of the policies, with its interval. */
  interval(value: (meansOf: (policy: number) => Float64Array) => number): Interval;
  weights: Float64Array[];
  degreesOfFreedom: number;
}

function resampleMeans(
  estimator: ValueEstimator,
  policies: readonly Policy[],
  { blockCount, runOfBlock }: Pick<Strata, "blockCount" | "runOfBlock">,
  { random, repeats = 1000, level = 0.95, bill }: ComparisonOptions,
): ResampledMeans {
  const estimates = policies.map((policy) => {
    const means = estimator.means(policy);
    const ecsUsd = bill?.usdOfBlock(policy);
    return (weight: ArrayLike<number>): Float64Array => {
      const values = means(weight);
      if (bill && ecsUsd)
        values[1 + COST] += weighted(ecsUsd, weight) / weighted(bill.rowsOfBlock, weight);
      return values;
    };
  });
  const resampler = blockResampler(blockCount, runOfBlock);
  const weights = Array.from({ length: repeats }, () => resampler.draw(random));
  const point = estimates.map((estimate) => estimate(new Float64Array(blockCount).fill(1)));
  const drawn = estimates.map((estimate) => weights.map(estimate));
  return {
    point,
    weights,
    degreesOfFreedom: resampler.degreesOfFreedom,
    interval: (value) =>
      resampledInterval(
        value((p) => point[p]),
        Float64Array.from(weights, (_, r) => value((p) => drawn[p][r])),
        resampler.degreesOfFreedom,
        level,
      ),
  };
}

/**
 * Intervals of the means from the error of estimating them; null where nothing is estimated.
 *
 * A value lies in its interval where the estimate would not be surprising if it were true: the
 * variance is the one at that value (as in Wilson's interval for a share), which is larger for
 * values above a skewed estimate, and the quantile is Student's.
 */
function estimationIntervals(
  estimator: ValueEstimator,
  policy: Policy,
  means: Float64Array,
  level: number,
): Record<Axis, Interval> | null {
  if (!estimator.error) return null;
  const errors = estimator.error(policy);
  const around = (measure: number): Interval => {
    const { standardError, lean, degreesOfFreedom } = errors[measure];
    const estimate = means[1 + measure];
    const quantile = studentQuantile((1 + level) / 2, degreesOfFreedom);
    const middle = estimate + (quantile ** 2 * lean) / 2;
    const half = quantile * Math.hypot(standardError, (quantile * lean) / 2);
    return { estimate, low: middle - half, high: middle + half, level };
  };
  return { latencyMs: around(LATENCY), costUsd: around(COST) };
}

/** Policy values where both outcomes of every request are known (`exactEstimator`). */
export function comparePoliciesExactly(
  both: BothOutcomes,
  policies: readonly Policy[],
  strata: Pick<Strata, "blockOfRow" | "blockCount" | "runOfBlock">,
  options: ComparisonOptions & { method?: Exclude<EstimationMethod, "doubly robust"> },
): PolicyComparison {
  return valuePolicies(
    exactEstimator(both, strata, options.sloLimitsMs ?? DEFAULT_SLO_LIMITS_MS, options.method),
    policies,
    strata,
    options,
  );
}
