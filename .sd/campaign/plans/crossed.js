import { DEFAULT_CLIENT, DEFAULT_ECS, DEFAULT_LAMBDA, DEFAULT_SCALING } from "../plan-defaults.js";
import { ECS_TASK_SIZES, LAMBDA_MEMORY_DECLARED_MB } from "../prices.js";
/** Handlers that work on their bodies instead of sleeping. */
const WORKING_HANDLERS = {
    // Measured on the development machine: parsing JSON and decoding base64 5 ms/MB. CALIBRATION:
    // CPU-bound noise.
    lightweight_api: {
        waitMs: [0, 0],
        cpuMs: 2,
        cpuMsPerMb: 5,
        noiseLnSd: 0.05,
        stragglerShare: 0.015,
        stragglerFactor: [3, 10],
    },
    // CALIBRATION, SeBS thumbnailer: 1,035/530/302/188 ms at 128/256/512/1024 MB fit 70 ms on a full
    // vCPU and 70 ms of storage. Mixed noise. The slope is the decoding of JPEG, about 25 MB/s (an
    // estimate).
    thumbnail_processing: {
        waitMs: [50, 90],
        cpuMs: 70,
        cpuMsPerMb: 40,
        noiseLnSd: 0.175,
        stragglerShare: 0.015,
        stragglerFactor: [3, 10],
    },
    // Measured on the development machine: decode 5, gzip level 6 18, SHA-256 1 ms/MB.
    medium_processing: {
        waitMs: [0, 0],
        cpuMs: 5,
        cpuMsPerMb: 24,
        noiseLnSd: 0.05,
        stragglerShare: 0.015,
        stragglerFactor: [3, 10],
    },
    // Measured on the development machine: decode 5, Brotli level 6 there and back 50, four SHA-256 3
    // ms/MB.
    heavy_processing: {
        waitMs: [0, 0],
        cpuMs: 5,
        cpuMsPerMb: 58,
        noiseLnSd: 0.05,
        stragglerShare: 0.015,
        stragglerFactor: [3, 10],
    },
};
/**
 * The same sizes for every workload (KiB), so that an effect of size is none of the workload. Two
 * bodies fit into TCP's first window of 14.6 kB and arrive with their headers; three do not, and an
 * ECS handler, which reads the body itself, waits for them on its own clock (seen in the author's
 * logs). From the smallest body after that edge to the largest a factor of 128, so that the
 * handlers' own work shows too; all pass Lambda's limit.
 */
const PAYLOAD_KB = [4, 12, 32, 1024, 4096];
const workload = (name) => ({
    workload: name,
    payloadKb: [...PAYLOAD_KB],
    weight: { lambda: 1, ecs: 1 },
    demand: WORKING_HANDLERS[name],
    lambdaMemoryMb: LAMBDA_MEMORY_DECLARED_MB[name],
    ecsTask: ECS_TASK_SIZES[name],
});
const perHour = (requests) => requests / 3600;
/**
 * Thirty minutes each, so that all four fit into a window of two hours. Rates are of all eight
 * scenarios together. CALIBRATION: 9-22 requests an hour and function make 5-25 % cold starts. At
 * the peak low load sends 7.5, the others 30 on average, in spells (burst: the coefficient of
 * variation CALIBRATION calls spiky; ramp: from 7.5 to 52.5); off the peak, less. Together they
 * stand in the middle of the band, so that it holds if environments are kept half or twice as long.
 */
const SPARSE_PATTERNS = {
    low_load: { arrivals: "poisson", phases: [{ minutes: 28, requestsPerSecond: perHour(60) }] },
    medium_load: { arrivals: "poisson", phases: [{ minutes: 28, requestsPerSecond: perHour(240) }] },
    burst_load: { arrivals: { cv: 4 }, phases: [{ minutes: 28, requestsPerSecond: perHour(240) }] },
    ramp_load: {
        arrivals: "poisson",
        phases: [{ minutes: 28, requestsPerSecond: perHour(60), toRequestsPerSecond: perHour(420) }],
    },
};
/** Windows with the share of the peak's rate they see: CALIBRATION, a trough near half the peak. */
const WINDOWS = [
    ["early_morning", 2, 0.5],
    ["morning_peak", 8, 1],
    ["midday", 12, 0.9],
    ["evening", 18, 0.8],
    ["late_night", 22, 0.6],
];
const PATTERN_ORDERS = [
    "low_load",
    "medium_load",
    "burst_load",
    "ramp_load",
];
/**
 * Each window runs all four patterns half an hour apart, beginning with another one, so that order
 * and pattern are not aliased.
 */
const RUNS = WINDOWS.flatMap(([window, hour, rateFactor], w) => PATTERN_ORDERS.map((_, slot) => ({
    window,
    pattern: PATTERN_ORDERS[(slot + w) % PATTERN_ORDERS.length],
    startsAt: `${String(hour + (slot >> 1)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`,
    rateFactor,
})));
/**
 * What we would run instead: every factor crossed with every other (the same sizes for all
 * workloads, every window with every pattern), sizes that can be sent, handlers that work, and gaps
 * that let environments go.
 *
 * The client stands where the author's stood: its link is the only one that was measured, and
 * clients at a distance are what decides between platforms (a slow body keeps an ECS task waiting
 * and paid, while Lambda is invoked when it is complete). A client within the region would hide
 * that, and ECS would win nearly everywhere: by the author's cost formula the price of a Lambda
 * request alone buys 51 ms of the lightweight task, whose requests need 8 to 90.
 */
export const CROSSED_PLAN = {
    name: "crossed",
    title: "Crossed campaign: every window with every pattern, sparse enough for cold starts",
    prices: "author",
    startDate: "2025-12-01",
    days: 14,
    utcOffsetMinutes: 0,
    layout: "by-run",
    workloads: [
        workload("lightweight_api"),
        workload("thumbnail_processing"),
        workload("medium_processing"),
        workload("heavy_processing"),
    ],
    patterns: { ...SPARSE_PATTERNS },
    runs: RUNS,
    client: DEFAULT_CLIENT,
    lambda: DEFAULT_LAMBDA,
    ecs: { ...DEFAULT_ECS, scaling: DEFAULT_SCALING },
};
//# sourceMappingURL=crossed.js.map