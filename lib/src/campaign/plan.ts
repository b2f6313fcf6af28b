import type { TaskSize } from "./prices.js";
import type { LoadPattern } from "./vocabulary.js";

/**
 * How requests follow each other: evenly (as Artillery's `arrivalRate` sends them), as a Poisson
 * process, or as a gamma renewal process with this coefficient of variation.
 */
export type Arrivals = "even" | "poisson" | { cv: number };

/** A stretch of a load pattern at one rate, or rising linearly to a second one. */
export interface Phase {
  minutes: number;
  requestsPerSecond: number;
  /** Rate at the end of the phase; the same as at its start when left out. */
  toRequestsPerSecond?: number;
}

export interface PatternPlan {
  arrivals: Arrivals;
  phases: Phase[];
}

/**
 * What one request of a workload asks of a platform: time it waits (sleeps, storage) and time on a
 * full vCPU, the latter growing with the body. The CPU part carries log-normal noise, and now and
 * then a straggler.
 */
export interface ServiceDemand {
  /** Uniform wait, ms: the same on any platform. */
  waitMs: [low: number, high: number];
  cpuMs: number;
  cpuMsPerMb: number;
  noiseLnSd: number;
  stragglerShare: number;
  /** Stragglers take this many times the CPU time, uniformly between both. */
  stragglerFactor: [low: number, high: number];
}

export interface WorkloadPlan {
  workload: string;
  /** KiB of the body, each as likely as the others. */
  payloadKb: number[];
  /** Relative frequency of the workload's two scenarios. */
  weight: { ecs: number; lambda: number };
  demand: ServiceDemand;
  lambdaMemoryMb: number;
  ecsTask: TaskSize;
}

/** One load test: a pattern run in a window. */
export interface RunPlan {
  /** Null in a flat campaign, whose logs name neither. */
  window: string | null;
  /** Key of the plan's `patterns`. */
  pattern: string;
  /** Local time of day, "HH:MM". */
  startsAt: string;
  /** Phases of this run, in place of its pattern's. */
  phases?: Phase[];
  /** Multiplies the rates: 1 unless said. */
  rateFactor?: number;
  /**
   * Sends exactly so many requests of each workload, evenly over the pattern's duration, in random
   * order.
   */
  exactRequests?: Readonly<Record<string, number>>;
}

/** The load generator and its way to AWS. */
export interface ClientPlan {
  timeoutMs: number;
  roundTripMs: number;
  /** Bytes TCP sends in the first round trip; twice as many in each that follows (slow start). */
  firstWindowBytes: number;
  /** Uplink, shared equally by all bodies on their way. */
  uplinkMbitPerSecond: number;
  /**
   * Bytes each body on its way keeps queued at the bottleneck, KiB; together they lengthen the
   * round trip, up to `maxQueueMs`.
   */
  queuedKbPerBody: number;
  maxQueueMs: number;
}

export type KeepAlive =
  /** After every `periodSeconds` of idleness, half of the environments are gone (SeBS). */
  { law: "halving"; periodSeconds: number } | { law: "fixed"; seconds: number };

export interface LambdaPlan {
  /** Log-normal initialisation of a new environment: mean and standard deviation of ln(ms). */
  initialisation: { lnMean: number; lnSd: number };
  /** The first run in an environment takes this many times the CPU time. */
  firstRunFactor: number;
  /** Memory at which a function has a full vCPU, MB; below, its share of one is proportional. */
  fullVcpuMemoryMb: number;
  keepAlive: KeepAlive;
  /** Environments of one function at a time; 429 above. */
  concurrencyLimit: number;
  /** New environments of one function in any 10 s slot; 429 above. */
  newEnvironmentsPer10Seconds: number;
  /** Bytes of the body; 413 above. */
  payloadLimitBytes: number;
  /**
   * Round trips of a request without a body worth mentioning: connecting, TLS, request and answer.
   */
  roundTrips: number;
  overheadMs: number;
  /** Share of requests answered with 500 for no reason of their own. */
  errorShare: number;
}

/** Target tracking on the CPU of a service. */
export interface ScalingPlan {
  targetCpuPercent: number;
  maxTasks: number;
  reactsAfterSeconds: number;
  scalesInAfterSeconds: number;
  taskStartSeconds: number;
}

export interface EcsPlan {
  /** Tasks of each service (one service a workload); the smallest number with scaling. */
  tasks: number;
  /** Requests a task works on at once. */
  concurrencyPerTask: number;
  /** KiB of a body that reach the task before its handler reads them. */
  bufferedKb: number;
  /** Requests that may wait for a service; 503 above. */
  queueLimit: number;
  /** Null: the number of tasks is fixed. */
  scaling: ScalingPlan | null;
  roundTrips: number;
  overheadMs: number;
  errorShare: number;
}

/** A campaign as it is to be run: what is sent, when, to what, from where. */
export interface CampaignPlan {
  name: string;
  title: string;
  /** Name of one of PRICE_TABLES: "author" (eu-west-1), "us-east-1". */
  prices: string;
  /** First day, "YYYY-MM-DD", local. The runs are repeated on `days` days. */
  startDate: string;
  days: number;
  /** Local time minus UTC. */
  utcOffsetMinutes: number;
  /**
   * "flat": one folder, rows without target size, window and pattern, as in the author's first
   * campaign.
   */
  layout: "flat" | "by-run";
  /**
   * Every request is sent to both platforms at the same moment (a duet); scenarios' weights then
   * share the requests between workloads only.
   */
  duet?: boolean;
  workloads: WorkloadPlan[];
  patterns: Record<LoadPattern | string, PatternPlan>;
  runs: RunPlan[];
  client: ClientPlan;
  lambda: LambdaPlan;
  ecs: EcsPlan;
}

/** The author's bodies: 50 bytes of JSON round the payload (fitted to his logs). */
export const BODY_WRAPPER_BYTES = 50;

/** Bytes of the body of a request with a payload of so many KiB. */
export function bodyBytes(payloadKb: number): number {
  return Math.round(payloadKb * 1024) + BODY_WRAPPER_BYTES;
}
