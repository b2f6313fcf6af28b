import { DEFAULT_CLIENT, DEFAULT_ECS, DEFAULT_LAMBDA } from "../plan-defaults.js";
import { ECS_TASK_SIZES, LAMBDA_MEMORY_DECLARED_MB } from "../prices.js";
import { DUET_PLAN } from "./duet.js";
const workload = (name, weight, payloadKb) => ({
    workload: name,
    payloadKb,
    weight: { lambda: weight, ecs: weight },
    demand: DUET_PLAN.workloads.find((planned) => planned.workload === name).demand,
    lambdaMemoryMb: LAMBDA_MEMORY_DECLARED_MB[name],
    ecsTask: ECS_TASK_SIZES[name],
});
/** Three minutes each, which a clock that runs 60 times as fast makes three seconds. */
const SHORT_PATTERNS = {
    low_load: { arrivals: "poisson", phases: [{ minutes: 3, requestsPerSecond: 0.5 }] },
    medium_load: { arrivals: "poisson", phases: [{ minutes: 3, requestsPerSecond: 1 }] },
    burst_load: { arrivals: { cv: 2 }, phases: [{ minutes: 3, requestsPerSecond: 1 }] },
    ramp_load: {
        arrivals: "poisson",
        phases: [{ minutes: 3, requestsPerSecond: 0.4, toRequestsPerSecond: 1.4 }],
    },
};
/** The windows, their share of the peak's rate and the order of patterns of the duet. */
const RUNS = DUET_PLAN.runs.map((run) => ({ ...run }));
/**
 * What shows in a minute, on one machine of two CPUs, how a campaign is collected: every window
 * with every pattern, five sizes a workload, small ones that weigh little. Rates and sizes are
 * chosen for that machine and for nothing else.
 */
export const DEMONSTRATION_PLAN = {
    name: "demonstration",
    title: "Demonstration: an hour of load that a clock 60 times as fast collects in a minute",
    prices: "author",
    startDate: "2025-12-01",
    days: 1,
    utcOffsetMinutes: 0,
    layout: "by-run",
    workloads: [
        workload("lightweight_api", 5, [0.5, 1, 5, 10, 50]),
        workload("thumbnail_processing", 2, [25, 50, 100, 200, 400]),
        workload("medium_processing", 2, [64, 128, 256, 512, 1024]),
        workload("heavy_processing", 1, [128, 256, 512, 768, 1024]),
    ],
    patterns: { ...SHORT_PATTERNS },
    runs: RUNS,
    client: DEFAULT_CLIENT,
    lambda: DEFAULT_LAMBDA,
    ecs: DEFAULT_ECS,
};
//# sourceMappingURL=demonstration.js.map