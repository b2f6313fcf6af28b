import { AUTHOR_PRICES, ECS, ECS_TASK_SIZES, LAMBDA, NO_PLATFORM, } from "../campaign/index.js";
import { requestCostUsd } from "../labels/index.js";
import { isAnswered } from "../requests/index.js";
/** The two axes a routing decision is judged on. */
export const AXES = ["latencyMs", "costUsd"];
/** Both outcomes of each request from the one that was observed and its counterfactual. */
export function bothOutcomes(observed, counterfactual) {
    const side = (wanted) => {
        const seen = (row) => observed.platform[row] === wanted ? observed : counterfactual;
        return {
            latencyMs: observed.latencyMs.map((_, row) => seen(row).latencyMs[row]),
            costUsd: observed.costUsd.map((_, row) => seen(row).costUsd[row]),
            failed: observed.platform.map((_, row) => seen(row).failed?.[row] ?? 0),
        };
    };
    return [side(ECS), side(LAMBDA)];
}
/**
 * Latency by the given clock, cost, and failures of each request as it was served. A request that
 * failed has no time on the platform's clock: its latency is what its client waited, whichever
 * clock is asked for, and it is charged nothing, because what is charged is execution time. NaN
 * where neither is known.
 */
export function observedOutcomes(requests, clock = "response", prices = AUTHOR_PRICES, cost = { kind: "busy-time" }) {
    const { platform, executionTimeMs, responseTimeMs } = requests;
    const failed = platform.map((code, row) => Number(code !== NO_PLATFORM && !isAnswered(requests, row)));
    return {
        platform,
        latencyMs: clock === "response"
            ? responseTimeMs
            : executionTimeMs.map((ms, row) => (failed[row] === 1 ? responseTimeMs[row] : ms)),
        costUsd: requestCostUsd(requests, { cost, prices, taskSizes: ECS_TASK_SIZES }).map((usd, row) => (failed[row] === 1 ? 0 : usd)),
        failed,
    };
}
/**
 * The same of what the other platform would have made of each request; simulated campaigns only.
 */
export function counterfactualOutcomes(requests, counterfactual, clock = "response", prices = AUTHOR_PRICES, cost = { kind: "busy-time" }) {
    const { platform, executionTimeMs, responseTimeMs, httpStatus } = counterfactual;
    const usualMemoryMb = lambdaMemoryMb(requests);
    // A log line's memory limit belongs to the platform that served the request, not to the other
    // one.
    const memoryLimitMb = new Float64Array(requests.rowCount);
    for (let row = 0; row < memoryLimitMb.length; row++)
        memoryLimitMb[row] = usualMemoryMb[requests.workload[row]] ?? NaN;
    const other = {
        ...requests,
        platform,
        executionTimeMs,
        responseTimeMs,
        httpStatus,
        memoryLimitMb,
    };
    return observedOutcomes(other, clock, prices, cost);
}
/**
 * The memory of each workload's function in MB: the limit that most of its log lines record; NaN
 * where none does.
 */
export function lambdaMemoryMb({ rowCount, workload, workloadNames, platform, memoryLimitMb, }) {
    const lines = workloadNames.map(() => new Map());
    for (let row = 0; row < rowCount; row++) {
        const limit = memoryLimitMb[row];
        if (platform[row] === LAMBDA && !Number.isNaN(limit))
            lines[workload[row]]?.set(limit, (lines[workload[row]].get(limit) ?? 0) + 1);
    }
    return lines.map((of) => [...of].reduce((most, limit) => (limit[1] > most[1] ? limit : most), [NaN, 0])[0]);
}
//# sourceMappingURL=outcomes.js.map