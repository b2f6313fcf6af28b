import { ECS } from "../campaign/index.js";
import { readCounterfactual } from "../requests/index.js";
import { createRandom } from "../statistics/index.js";
import { doublyRobustEstimator } from "./doubly-robust.js";
import { matchingEstimator } from "./estimate-by-matching.js";
import { weightingEstimator } from "./estimate-by-weighting.js";
import { exactEstimator } from "./estimate-exactly.js";
import { strataOf } from "./estimator.js";
import { bothOutcomes, counterfactualOutcomes, observedOutcomes, } from "./outcomes.js";
import { DEFAULT_SLO_LIMITS_MS, valuePolicies } from "./policy-value.js";
import { bestFixed } from "./verdict.js";
/**
 * Compares policies against the best fixed choice, by the author's cost: exactly where both
 * outcomes are known, by doubly robust scores where they are not.
 */
export function comparePolicies(task) {
    const { policies, seed, sloLimitsMs = DEFAULT_SLO_LIMITS_MS, bill, repeats, usdPerMs, oracles, } = task;
    const strata = strataOf(task.cells, task.blocks);
    const estimator = estimatorOf(task, strata, sloLimitsMs);
    const random = createRandom(seed).fork("policies");
    const fixed = policies.filter(({ name }) => name === "always ECS" || name === "always Lambda");
    const reference = bestFixed(valuePolicies(estimator, fixed, strata, {
        reference: "always ECS",
        repeats: 0,
        quantiles: [],
        sloLimitsMs: [],
        random,
        bill,
    }));
    return valuePolicies(estimator, policies, strata, {
        reference,
        repeats,
        oracles,
        sloLimitsMs,
        usdPerMs,
        bill,
        random,
    });
}
function estimatorOf({ observed, both, bill, method = both ? "counterfactual" : "doubly robust" }, strata, sloLimitsMs) {
    // By the hour ECS is charged once, for its tasks, and not again by the request.
    const free = (outcomes, onEcs) => bill
        ? { ...outcomes, costUsd: outcomes.costUsd.map((usd, row) => (onEcs(row) ? 0 : usd)) }
        : outcomes;
    if (method === "counterfactual") {
        if (!both)
            throw new RangeError("without both outcomes of each request nothing is known exactly; ask for another method");
        return exactEstimator([free(both[0], () => true), both[1]], strata, sloLimitsMs);
    }
    const seen = free(observed, (row) => observed.platform[row] === ECS);
    if (method === "matching")
        return matchingEstimator(seen, strata, sloLimitsMs);
    return method === "inverse propensity"
        ? weightingEstimator(seen, strata, sloLimitsMs)
        : doublyRobustEstimator(seen, strata, sloLimitsMs);
}
/** Both outcomes of the requests at `rows` of a simulated campaign's logs. */
export async function readBothOutcomes(location, rows, prices) {
    const { requests, counterfactual } = await readCounterfactual(location);
    const [ecs, lambda] = bothOutcomes(observedOutcomes(requests, "response", prices), counterfactualOutcomes(requests, counterfactual, "response", prices));
    const take = ({ latencyMs, costUsd, failed }) => ({
        latencyMs: Float64Array.from(rows, (row) => latencyMs[row]),
        costUsd: Float64Array.from(rows, (row) => costUsd[row]),
        failed: Uint8Array.from(rows, (row) => failed?.[row] ?? 0),
    });
    return [take(ecs), take(lambda)];
}
//# sourceMappingURL=compare-policies.js.map