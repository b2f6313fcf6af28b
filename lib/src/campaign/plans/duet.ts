import { DEFAULT_CLIENT, DEFAULT_ECS, DEFAULT_LAMBDA } from "../plan-defaults.js";
import type { CampaignPlan, PatternPlan, RunPlan, ServiceDemand, WorkloadPlan } from "../plan.js";
import { ECS_TASK_SIZES } from "../prices.js";
import type { LoadPattern, Workload } from "../vocabulary.js";

/** Handlers that work on their bodies instead of sleeping. */
const WORKING_HANDLERS: Readonly<Record<Workload, ServiceDemand>> = {
  // Measured on the development machine: parsing JSON and decoding base64 5 ms/MB. SOURCES:
  // CPU-bound noise.
  lightweight_api: {
    waitMs: [0, 0],
    cpuMs: 2,
    cpuMsPerMb: 5,
    noiseLnSd: 0.05,
    stragglerShare: 0.015,
    stragglerFactor: [3, 10],
  },
  // SOURCES, SeBS thumbnailer: 1,035/530/302/188 ms at 128/256/512/1024 MB fit 70 ms on a full
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

/** Sizes in equal steps of their logarithm, KiB; the largest passes Lambda's limit. */
const PAYLOAD_KB: Readonly<Record<Workload, readonly number[]>> = {
  lightweight_api: [64, 91, 128, 181, 256],
  thumbnail_processing: [32, 45, 64, 91, 128],
  medium_processing: [64, 181, 512, 1448, 4096],
  heavy_processing: [16, 64, 256, 1024, 4096],
};

/** Memory at which a function is about as fast as its task where nothing waits. */
const LAMBDA_MEMORY_MB: Readonly<Record<Workload, number>> = {
  lightweight_api: 192,
  thumbnail_processing: 768,
  medium_processing: 768,
  heavy_processing: 448,
};

const workload = (name: Workload): WorkloadPlan => ({
  workload: name,
  payloadKb: [...PAYLOAD_KB[name]],
  weight: { lambda: 1, ecs: 1 },
  demand: WORKING_HANDLERS[name],
  lambdaMemoryMb: LAMBDA_MEMORY_MB[name],
  ecsTask: ECS_TASK_SIZES[name],
});

const perHour = (requests: number): number => requests / 3600;

/**
 * Thirty minutes each, so that all four fit into a window of two hours; rates at the peak, of all
 * four workloads together. Low load lets environments go; bursts (the coefficient of variation is
 * that of their gaps) make queues and cold starts side by side; a ramp goes from one to the other.
 */
const PATTERNS: Readonly<Record<LoadPattern, PatternPlan>> = {
  low_load: { arrivals: "poisson", phases: [{ minutes: 28, requestsPerSecond: perHour(80) }] },
  medium_load: { arrivals: "poisson", phases: [{ minutes: 28, requestsPerSecond: perHour(200) }] },
  burst_load: { arrivals: { cv: 16 }, phases: [{ minutes: 28, requestsPerSecond: perHour(3000) }] },
  ramp_load: {
    arrivals: "poisson",
    phases: [{ minutes: 28, requestsPerSecond: perHour(80), toRequestsPerSecond: perHour(500) }],
  },
};

/**
 * Windows with the share of the peak's rate they see: SOURCES, arrivals (a trough near half). Here
 * it is lower, for at half the peak chance may hide that cold starts differ between windows.
 */
const WINDOWS: readonly [window: string, hour: number, rateFactor: number][] = [
  ["early_morning", 2, 0.3],
  ["morning_peak", 8, 1],
  ["midday", 12, 0.86],
  ["evening", 18, 0.72],
  ["late_night", 22, 0.44],
];

const PATTERN_ORDERS: readonly LoadPattern[] = [
  "low_load",
  "medium_load",
  "burst_load",
  "ramp_load",
];

/**
 * Each window runs all four patterns half an hour apart, beginning with another one, so that order
 * and pattern are not aliased.
 */
const RUNS: RunPlan[] = WINDOWS.flatMap(([window, hour, rateFactor], w) =>
  PATTERN_ORDERS.map((_, slot) => ({
    window,
    pattern: PATTERN_ORDERS[(slot + w) % PATTERN_ORDERS.length],
    startsAt: `${String(hour + (slot >> 1)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`,
    rateFactor,
  })),
);

/**
 * A campaign that holds something to learn: every request is sent to both platforms, every window
 * runs every pattern, and each platform is the better one in a good part of every workload: Lambda
 * where requests come in bursts and wait for a task, ECS after a pause (a cold start) and where a
 * function's share of a processor is too small for the body.
 */
export const DUET_PLAN: CampaignPlan = {
  name: "duet",
  title: "Duet: every request sent to both platforms, in bursts and after pauses",
  prices: "author",
  startDate: "2025-12-01",
  days: 5,
  utcOffsetMinutes: 0,
  layout: "by-run",
  duet: true,
  workloads: [
    workload("lightweight_api"),
    workload("thumbnail_processing"),
    workload("medium_processing"),
    workload("heavy_processing"),
  ],
  patterns: { ...PATTERNS },
  runs: RUNS,
  // A client across an ocean on a fast link: its queue never fills.
  client: {
    ...DEFAULT_CLIENT,
    roundTripMs: 80,
    uplinkMbitPerSecond: 400,
    maxQueueMs: 20,
  },
  lambda: DEFAULT_LAMBDA,
  // One task a service, two requests at once: bursts wait in line.
  ecs: { ...DEFAULT_ECS, tasks: 1, concurrencyPerTask: 2, scaling: null },
};
