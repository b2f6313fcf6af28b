import { blockResampler, resampledInterval, } from "../statistics/index.js";
import { exactEstimator } from "./estimate-exactly.js";
import { matchingEstimator } from "./estimate-by-matching.js";
import { weighted, } from "./estimator.js";
import { latencyQuantiles } from "./latency-quantiles.js";
import { COST, FAILED, LATENCY, SLO_MISSES } from "./measures.js";
import { DEFAULT_USD_PER_MS } from "./price-of-time.js";
/** Limits on the response time that misses are counted of, where none are given. */
export const DEFAULT_SLO_LIMITS_MS = [1000, 2500, 5000];
/**
 * Policy values with their intervals: blocks of time resampled within runs (Rao and Wu, 1988),
 * every policy judged on the same resamples, so that differences keep what the policies have in
 * common. With fewer than two blocks nothing is known of chance, and the intervals are all numbers;
 * but a policy that answers every request as the reference does differs from it by exactly nothing.
 */
export function valuePolicies(estimator, policies, strata, options) {
    const { random, repeats = 1000, level = 0.95, sloLimitsMs = DEFAULT_SLO_LIMITS_MS, quantiles = [0.5, 0.95, 0.99], usdPerMs = DEFAULT_USD_PER_MS, bill, oracles, } = options;
    const { blockCount, blockOfRow, runOfBlock } = strata;
    const indexOf = (name) => policies.findIndex((policy) => policy.name === name);
    for (const name of [options.reference, ...Object.values(oracles ?? {})]) {
        if (indexOf(name) < 0)
            throw new RangeError(`no policy is called "${name}"; there are ${policies.map((p) => p.name).join(", ")}`);
    }
    const estimates = policies.map((policy) => {
        const means = estimator.means(policy);
        const ecsUsd = bill?.usdOfBlock(policy);
        return (weight) => {
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
    const interval = (value) => resampledInterval(value((p) => point[p]), Float64Array.from(weights, (_, r) => value((p) => drawn[p][r])), resampler.degreesOfFreedom, level);
    const reference = indexOf(options.reference);
    const meanOf = (p, measure) => interval((means) => means(p)[1 + measure]);
    const sameAs = (p, than) => policies[p].choice.every((platform, row) => platform === policies[than].choice[row]);
    const lessThan = (p, than, measure) => sameAs(p, than)
        ? { estimate: 0, low: 0, high: 0, level }
        : interval((means) => means(than)[1 + measure] - means(p)[1 + measure]);
    return {
        method: estimator.method,
        reference: options.reference,
        rows: estimator.rows,
        refused: estimator.refused,
        blocks: blockCount,
        usdPerMs,
        values: policies.map((policy, p) => {
            const times = quantiles.length === 0
                ? []
                : latencyQuantiles(estimator.latencies(policy), quantiles, {
                    blockOfRow,
                    blockWeights: weights,
                    degreesOfFreedom: resampler.degreesOfFreedom,
                    level,
                });
            return {
                policy: policy.name,
                lambdaShare: point[p][0],
                mean: { latencyMs: meanOf(p, LATENCY), costUsd: meanOf(p, COST) },
                saved: {
                    latencyMs: lessThan(p, reference, LATENCY),
                    costUsd: lessThan(p, reference, COST),
                },
                savedNetUsd: sameAs(p, reference)
                    ? { estimate: 0, low: 0, high: 0, level }
                    : interval((means) => {
                        const [own, other] = [means(p), means(reference)];
                        return (other[1 + COST] - own[1 + COST] + usdPerMs * (other[1 + LATENCY] - own[1 + LATENCY]));
                    }),
                regret: oracles
                    ? {
                        latencyMs: lessThan(indexOf(oracles.latencyMs), p, LATENCY),
                        costUsd: lessThan(indexOf(oracles.costUsd), p, COST),
                    }
                    : null,
                failed: meanOf(p, FAILED),
                failedLess: lessThan(p, reference, FAILED),
                sloMisses: sloLimitsMs.map((limitMs, i) => ({ limitMs, share: meanOf(p, SLO_MISSES + i) })),
                quantiles: quantiles.map((probability, i) => ({ probability, latencyMs: times[i] })),
            };
        }),
    };
}
/**
 * Policy values from logs in which each request was served once, by matching in cells
 * (`matchingEstimator`).
 */
export function comparePoliciesByMatching(observed, policies, strata, options) {
    return valuePolicies(matchingEstimator(observed, strata, options.sloLimitsMs ?? DEFAULT_SLO_LIMITS_MS), policies, strata, options);
}
/** Policy values where both outcomes of every request are known (`exactEstimator`). */
export function comparePoliciesExactly(both, policies, strata, options) {
    return valuePolicies(exactEstimator(both, strata, options.sloLimitsMs ?? DEFAULT_SLO_LIMITS_MS), policies, strata, options);
}
//# sourceMappingURL=policy-value.js.map