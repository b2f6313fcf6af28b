import { DEFAULT_CLIENT, DEFAULT_ECS, DEFAULT_LAMBDA } from "../plan-defaults.js";
import type { CampaignPlan, PatternPlan, RunPlan, ServiceDemand, WorkloadPlan } from "../plan.js";
import { ECS_TASK_SIZES } from "../prices.js";
import type { LoadPattern, Workload } from "../vocabulary.js";

/** The plan's clock runs so many times as fast where platforms stand on this machine. */
export const LOCAL_CLOCK_SPEED = 60;

/**
 * CPU time of the local handlers on a full CPU, as measured on a machine of two (medians of twelve
 * bodies a size); collecting uses the handlers themselves, simulating uses these.
 */
const handler = (cpuMs: number, cpuMsPerMb: number): ServiceDemand => ({
  waitMs: [0, 0],
  cpuMs,
  cpuMsPerMb,
  noiseLnSd: 0.15,
  stragglerShare: 0.015,
  stragglerFactor: [3, 10],
});

const workload = (
  name: Workload,
  payloadKb: number[],
  weight: number,
  lambdaMemoryMb: number,
  demand: ServiceDemand,
): WorkloadPlan => ({
  workload: name,
  payloadKb,
  weight: { lambda: weight, ecs: weight },
  demand,
  lambdaMemoryMb,
  ecsTask: ECS_TASK_SIZES[name],
});

/** By the clock of this machine. */
const aSecond = (requests: number): number => requests / LOCAL_CLOCK_SPEED;
const MINUTES = 14;

/**
 * Fourteen minutes each, which the fast clock makes fourteen seconds. Low load leaves gaps in which
 * environments go; bursts (a coefficient of variation of 6) and the spells of the ramp meet at the
 * one task of a service and wait there.
 */
const PATTERNS: Readonly<Record<LoadPattern, PatternPlan>> = {
  low_load: {
    arrivals: "poisson",
    phases: [{ minutes: MINUTES, requestsPerSecond: aSecond(6) }],
  },
  medium_load: {
    arrivals: "poisson",
    phases: [{ minutes: MINUTES, requestsPerSecond: aSecond(12) }],
  },
  burst_load: {
    arrivals: { cv: 6 },
    phases: [{ minutes: MINUTES, requestsPerSecond: aSecond(13) }],
  },
  ramp_load: {
    arrivals: { cv: 2 },
    phases: [{ minutes: MINUTES, requestsPerSecond: aSecond(4), toRequestsPerSecond: aSecond(21) }],
  },
};

/** Windows with the share of the peak's rate they see: a trough near half the peak. */
const WINDOWS: readonly [window: string, hour: number, rateFactor: number][] = [
  ["early_morning", 2, 0.5],
  ["morning_peak", 8, 1.1],
  ["midday", 12, 1],
  ["evening", 18, 0.9],
  ["late_night", 22, 0.6],
];

const PATTERN_ORDER: readonly LoadPattern[] = [
  "low_load",
  "medium_load",
  "burst_load",
  "ramp_load",
];

/** Each window runs all four patterns half an hour apart, beginning with another one. */
const RUNS: RunPlan[] = WINDOWS.flatMap(([window, hour, rateFactor], w) =>
  PATTERN_ORDER.map((_, slot) => ({
    window,
    pattern: PATTERN_ORDER[(slot + w) % PATTERN_ORDER.length],
    startsAt: `${String(hour + (slot >> 1)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`,
    rateFactor,
  })),
);

/**
 * Real pairs on one machine of two CPUs, in five minutes: every window with every pattern, five
 * sizes a workload. Rates and sizes are chosen for that machine and for nothing else: both
 * platforms together ask for a quarter of its CPU time, and for half of it at the busiest.
 *
 * What decides there is what decides in a cloud. Lambda has the larger share of a CPU for the two
 * lighter workloads (so it wins the larger bodies of a warm function), and the same share for the
 * two heavier ones (so it wins where the service's one task is busy); a cold start loses the pair.
 */
export const DUET_LOCAL_PLAN: CampaignPlan = {
  name: "duet-local",
  title: "Duet on this machine: pairs that a clock 60 times as fast collects in five minutes",
  prices: "author",
  startDate: "2025-12-01",
  days: 1,
  utcOffsetMinutes: 0,
  layout: "by-run",
  duet: true,
  workloads: [
    workload("lightweight_api", [1, 25, 100, 400, 800], 3, 640, handler(0.1, 24)),
    workload("thumbnail_processing", [25, 100, 200, 400, 1000], 2, 1024, handler(9, 9)),
    workload("medium_processing", [64, 256, 512, 1024, 2048], 3, 1769, handler(0.3, 25)),
    workload("heavy_processing", [64, 128, 256, 512, 1024], 3, 1769, handler(0.5, 56)),
  ],
  patterns: { ...PATTERNS },
  runs: RUNS,
  // The way from a process of this machine to another.
  client: {
    ...DEFAULT_CLIENT,
    roundTripMs: 0.5,
    firstWindowBytes: 1 << 20,
    uplinkMbitPerSecond: 8000,
    queuedKbPerBody: 0,
    maxQueueMs: 0,
  },
  lambda: {
    ...DEFAULT_LAMBDA,
    // A Node process that loads a handler: about 110 ms.
    initialisation: { lnMean: 4.7, lnSd: 0.3 },
    concurrencyLimit: 8,
    overheadMs: 4,
    errorShare: 0,
  },
  ecs: { ...DEFAULT_ECS, tasks: 1, concurrencyPerTask: 1, overheadMs: 4, errorShare: 0 },
};
