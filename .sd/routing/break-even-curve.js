import { ECS_TASK_SIZES, lambdaCostUsd, taskUsdPerHour, } from "../campaign/index.js";
import { NEEDED_TASKS, tasksFor } from "./ecs-bill.js";
/**
 * What one hour of a workload costs at each rate: on Lambda every request by its mean time; on ECS
 * as many whole tasks as serve the rate, busy or idle, and the balancer. Rates run from `lowest` to
 * `highest` requests an hour, and over the campaign's own, in equal steps of their logarithm, with
 * both ends of every step to a further task among the first hundred. Throws on a workload without a
 * known task size.
 */
export function breakEvenCurve({ workload, lambdaMs, ecsMs, lambdaMemoryMb, rates }, prices, options = {}) {
    const { requestsAtOnce, utilisation, loadBalancer, ...range } = { ...DEFAULTS, ...options };
    const own = rates.map(({ requestsPerHour }) => requestsPerHour);
    const lowest = Math.min(range.lowest, ...own);
    const highest = Math.max(range.highest, ...own);
    const task = ECS_TASK_SIZES[workload];
    if (!task)
        throw new RangeError(`the workload "${workload}" has no known task size; known are ` +
            `${Object.keys(ECS_TASK_SIZES).join(", ")}`);
    const hourUsd = taskUsdPerHour(task, prices);
    const balancerUsd = loadBalancer ? prices.loadBalancerUsdPerHour : 0;
    const lambdaUsd = lambdaCostUsd(lambdaMs, lambdaMemoryMb, prices);
    const capacity = (3_600_000 / ecsMs) * requestsAtOnce * utilisation;
    const at = (requestsPerHour) => {
        const tasks = tasksFor(requestsPerHour, capacity);
        return {
            requestsPerHour,
            tasks,
            lambdaUsdPerHour: requestsPerHour * lambdaUsd,
            ecsUsdPerHour: tasks * hourUsd + balancerUsd,
        };
    };
    const steps = Array.from({ length: STEPS }, (_, k) => (k + 1) * capacity)
        .flatMap((full) => [full, full * (1 + 1e-9)])
        .filter((rate) => rate > lowest && rate < highest);
    const grid = Array.from({ length: GRID + 1 }, (_, i) => lowest * (highest / lowest) ** (i / GRID));
    // What a full task earns on Lambda beyond its own price pays for the balancer.
    const gain = capacity * lambdaUsd - hourUsd;
    const firstTasks = Math.floor(balancerUsd / gain) + 1;
    const lastTasks = Math.ceil((balancerUsd + capacity * lambdaUsd) / gain) - 1;
    const from = (tasks) => gain > 0 ? Math.max((tasks - 1) * capacity, (tasks * hourUsd + balancerUsd) / lambdaUsd) : null;
    return {
        workload,
        points: [...grid, ...steps].sort((a, b) => a - b).map(at),
        campaign: rates.map(({ run, requestsPerHour }) => ({ run, ...at(requestsPerHour) })),
        ecsCheaperFrom: from(firstTasks),
        ecsCheaperForGoodFrom: from(lastTasks),
        requestsPerTaskHour: capacity,
        lambdaUsdPerRequest: lambdaUsd,
        taskUsdPerHour: hourUsd,
    };
}
/**
 * Curves as rows of a table, with the highest of the campaign's own rates and the platform that is
 * cheaper there.
 */
export function breakEvenRows(curves) {
    return curves.map(({ workload, lambdaUsdPerRequest, taskUsdPerHour, requestsPerTaskHour, ecsCheaperFrom, ecsCheaperForGoodFrom, campaign, }) => {
        const highest = campaign.reduce((best, rate) => (best && best.requestsPerHour >= rate.requestsPerHour ? best : rate), null);
        const whole = (rate) => rate === null ? null : Math.ceil(rate);
        return {
            workload,
            lambdaUsdPerRequest,
            taskUsdPerHour,
            requestsPerTaskHour: Math.floor(requestsPerTaskHour),
            ecsCheaperFrom: whole(ecsCheaperFrom),
            ecsCheaperForGoodFrom: whole(ecsCheaperForGoodFrom),
            campaignRate: highest && Math.round(highest.requestsPerHour),
            cheaperThere: highest
                ? highest.ecsUsdPerHour < highest.lambdaUsdPerHour
                    ? "ecs"
                    : "lambda"
                : "",
        };
    });
}
const DEFAULTS = {
    ...NEEDED_TASKS,
    lowest: 100,
    highest: 1e6,
};
/**
 * Points of the curve between its ends, and steps to a further task drawn as steps; beyond them
 * they are finer than a line.
 */
const GRID = 240;
const STEPS = 100;
//# sourceMappingURL=break-even-curve.js.map