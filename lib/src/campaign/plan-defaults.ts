import type { ClientPlan, EcsPlan, LambdaPlan, ScalingPlan, ServiceDemand } from "./plan.js";
import type { Workload } from "./vocabulary.js";

/**
 * Every constant of the simulator with its source. "SOURCES" is docs/SOURCES.md, the table of
 * measured facts; "fitted" means read off the quantiles of the author's variance run (public logs
 * of November 2025).
 */

export const DEFAULT_CLIENT: ClientPlan = {
  // Artillery's default; the author's logs end at 10.2 s.
  timeoutMs: 10_000,
  // Fitted: at low load, times before the handler's end grow in steps of 183 ms with the body (2,
  // 3, 5, 6 steps at 50, 200, 500, 1024 KiB): the round trips of TCP slow start.
  roundTripMs: 183,
  // RFC 6928: an initial window of ten segments of 1,460 bytes.
  firstWindowBytes: 14_600,
  // Fitted: at 15 requests/s (24 MB/s offered) 1 MiB bodies take 7.4 s beside some 90 others: 12.5
  // MB/s for all.
  uplinkMbitPerSecond: 100,
  // Fitted: then the round trip of small requests is 350-400 ms longer; at low load it is not.
  queuedKbPerBody: 48,
  maxQueueMs: 400,
};

export const DEFAULT_LAMBDA: LambdaPlan = {
  // SOURCES, Lambda initialisation, python3.12 zip x86 (the author's handlers are Python): p50
  // 89 ms.
  initialisation: { lnMean: 4.509, lnSd: 0.143 },
  // SOURCES, CPU, memory, noise: "up to 10 times slower on a cold run"; a middle value, to be
  // varied.
  firstRunFactor: 3,
  // SOURCES, CPU, memory, noise: a full vCPU at 1,769 MB (AWS).
  fullVcpuMemoryMb: 1769,
  // SOURCES, idle environments (SeBS), half gone every 380 s.
  keepAlive: { law: "halving", periodSeconds: 380 },
  // AWS's default account limit.
  concurrencyLimit: 1000,
  // SOURCES, scaling: 1,000 new environments per 10 s and function.
  newEnvironmentsPer10Seconds: 1000,
  // SOURCES, payload: 6 MB synchronous invoke.
  payloadLimitBytes: 6_291_456,
  // Fitted: 570 ms beside the handler at low load = TCP, TLS 1.3, request and answer at 183 ms, and
  // 21 ms.
  roundTrips: 3,
  overheadMs: 21,
  // Fitted: 8 failures in the 15,745 answers of the early-morning run, platform not logged.
  errorShare: 0.0005,
};

export const DEFAULT_ECS: EcsPlan = {
  // Fitted: the waits at low load (medium p50 .5 s, heavy .3-5 s, thumbnail none) are those of two
  // servers in a row.
  tasks: 1,
  concurrencyPerTask: 2,
  // Fitted: heavy requests that waited in line still took 230, 390, 600, 1,000 ms beyond the
  // handler's sleep at 2, 3, 4, 5 MiB; 1 MiB bodies took none: a window of 1 MiB.
  bufferedKb: 1024,
  // Not seen in the logs (no 503 among them); uvicorn's default backlog.
  queueLimit: 2048,
  scaling: null,
  // Fitted: 468 ms beside the handler at low load = TCP, request and answer without TLS, and 102
  // ms.
  roundTrips: 2,
  overheadMs: 102,
  errorShare: 0.0005,
};

/**
 * SOURCES, scaling and start-up: 53-62 s to start and 10 s health checks; reacts after 3 min,
 * scales in after 15.
 */
export const DEFAULT_SCALING: ScalingPlan = {
  targetCpuPercent: 70,
  maxTasks: 10,
  reactsAfterSeconds: 180,
  scalesInAfterSeconds: 900,
  taskStartSeconds: 67,
};

/** CPU-bound warm noise and stragglers of SOURCES (ln sd .05, 1-2 % at 3-10 times). */
const CPU_NOISE: Pick<ServiceDemand, "noiseLnSd" | "stragglerShare" | "stragglerFactor"> = {
  noiseLnSd: 0.05,
  stragglerShare: 0.015,
  stragglerFactor: [3, 10],
};

const sleeping = (low: number, high: number): ServiceDemand =>
  // Fitted: Lambda's p99 rises by 30 ms over 3 MB at 512 MB and by 20 ms over 1 MB at 256 MB: 2.9
  // ms/MB on a full vCPU.
  ({ waitMs: [low, high], cpuMs: 0, cpuMsPerMb: 2.9, ...CPU_NOISE });

/**
 * The author's handlers: they sleep for a uniform time that the body does not change (fitted: p1
 * and p99 on Lambda).
 */
export const SLEEPING_HANDLERS: Readonly<Record<Workload, ServiceDemand>> = {
  lightweight_api: sleeping(50, 150),
  thumbnail_processing: sleeping(200, 400),
  medium_processing: sleeping(800, 1500),
  heavy_processing: sleeping(3000, 5000),
};
