import {
  DEFAULT_CLIENT,
  DEFAULT_ECS,
  DEFAULT_LAMBDA,
  SLEEPING_HANDLERS,
} from "../plan-defaults.js";
import type { CampaignPlan, PatternPlan, WorkloadPlan } from "../plan.js";
import { ECS_TASK_SIZES, LAMBDA_MEMORY_RECORDED_MB } from "../prices.js";
import type { LoadPattern, Workload } from "../vocabulary.js";

/** The load patterns of the thesis, as Artillery sends them. */
export const AUTHOR_PATTERNS: Readonly<Record<LoadPattern, PatternPlan>> = {
  low_load: { arrivals: "even", phases: [{ minutes: 60, requestsPerSecond: 5 }] },
  medium_load: { arrivals: "even", phases: [{ minutes: 60, requestsPerSecond: 15 }] },
  burst_load: {
    arrivals: "even",
    phases: [
      { minutes: 10, requestsPerSecond: 5 },
      { minutes: 5, requestsPerSecond: 30 },
      { minutes: 5, requestsPerSecond: 5 },
    ],
  },
  ramp_load: {
    arrivals: "even",
    phases: [{ minutes: 60, requestsPerSecond: 5, toRequestsPerSecond: 25 }],
  },
};

const workload = (name: Workload, payloadKb: number[]): WorkloadPlan => ({
  workload: name,
  payloadKb,
  weight: { lambda: 1, ecs: 1 },
  demand: SLEEPING_HANDLERS[name],
  lambdaMemoryMb: LAMBDA_MEMORY_RECORDED_MB[name],
  ecsTask: ECS_TASK_SIZES[name],
});

/**
 * The author's redesigned campaign (SOURCES, the thesis's logs) with the sizes that could be sent.
 * His first draft asked for bodies of up to 10 MiB, which Lambda refuses.
 */
export const VARIANCE_PLAN: CampaignPlan = {
  name: "variance",
  title: "Redesigned campaign: payload sizes, windows and load patterns vary",
  prices: "author",
  startDate: "2025-11-22",
  days: 1,
  utcOffsetMinutes: 0,
  layout: "by-run",
  workloads: [
    workload("lightweight_api", [0.5, 1, 5, 10]),
    workload("thumbnail_processing", [50, 100, 200, 500, 1024]),
    workload("medium_processing", [1024, 2048, 3072, 4096]),
    workload("heavy_processing", [2048, 3072, 4096, 5120]),
  ],
  patterns: { ...AUTHOR_PATTERNS },
  runs: [
    { window: "early_morning", pattern: "low_load", startsAt: "02:30" },
    { window: "morning_peak", pattern: "ramp_load", startsAt: "08:30" },
    { window: "midday", pattern: "medium_load", startsAt: "12:30" },
    { window: "evening", pattern: "burst_load", startsAt: "18:30" },
    { window: "late_night", pattern: "low_load", startsAt: "22:30" },
  ],
  client: DEFAULT_CLIENT,
  lambda: DEFAULT_LAMBDA,
  ecs: DEFAULT_ECS,
};
