import { ECS, LAMBDA, LOAD_PATTERNS, NO_PLATFORM, TIME_WINDOWS } from "../campaign/index.js";
import type { RequestColumns } from "./columns.js";
import {
  amount,
  httpStatus,
  KB_NEEDED,
  MB_NEEDED,
  MOST_KB,
  MOST_MB,
  MOST_MS,
  MOST_PERCENT,
  MOST_TASKS,
  MS_NEEDED,
  wrong,
  type Fault,
  type LogRecord,
} from "./fields.js";
import { hashRequestId } from "./request-id.js";
import { MISSING } from "./requests.js";
import { parseTime } from "./timestamp.js";
import type { NameCodes } from "./name-codes.js";
import type { ScenarioCodes } from "./scenarios.js";

/**
 * Failed requests are logged under "unknown" or "undefined": the client never learnt who was to
 * answer.
 */
export const PLATFORM_CODES: ReadonlyMap<string, number> = new Map([
  ["ecs", ECS],
  ["lambda", LAMBDA],
  ["unknown", NO_PLATFORM],
  ["undefined", NO_PLATFORM],
]);
/** What others call the two, in small letters and digits only. */
const PLATFORM_ALIASES: ReadonlyMap<string, number> = new Map([
  ...PLATFORM_CODES,
  ...["awslambda", "amazonlambda", "lambdafunction"].map((name) => [name, LAMBDA] as const),
  ...["awsecs", "amazonecs", "fargate", "awsfargate", "ecsfargate"].map(
    (name) => [name, ECS] as const,
  ),
]);
const NO_METRICS: LogRecord = {};
/** What a field holds where nobody knew. */
const UNKNOWN: readonly unknown[] = [undefined, null, "", "unknown", "undefined"];

/** What a campaign's rows have to agree on beside their columns. */
export interface Vocabulary {
  workloads: NameCodes;
  scenarios: ScenarioCodes;
  /** The window of a time, where the time zone is known, so that it can be told. */
  windowOf: ((timestampMs: number) => number) | null;
}

/**
 * Writes a log record into row `row` of `to`, or says why it cannot be a row (the row then holds
 * leftovers and must not be counted). Both campaigns' formats. Required: platform, workload_type,
 * timestamp, http_status and response_time_ms. Everything else may be absent or null: rows that
 * only a client saw have no platform's clock. A window or pattern that is not declared is a name of
 * its own, without hours, or a rate, to be checked against.
 */
export function readRecord(
  record: LogRecord,
  to: RequestColumns,
  row: number,
  vocabulary: Vocabulary,
): Fault | null {
  const metrics = (record.metrics ?? NO_METRICS) as LogRecord;
  if (typeof metrics !== "object" || Array.isArray(metrics))
    return wrong("metrics", metrics, "an object");

  const simulated = record.simulated;
  if (simulated != null && typeof simulated !== "boolean")
    return wrong("simulated", simulated, "true or false");

  const id = record.request_id;
  if (id != null && typeof id !== "string" && typeof id !== "number")
    return wrong("request_id", id, "a string");
  to.requestIdHash[row] = hashRequestId(typeof id === "number" ? String(id) : id);
  const pairFault = readPair(record, to, row);
  if (pairFault) return pairFault;

  const platform = platformCode(record.platform);
  if (platform === undefined)
    return wrong(
      "platform",
      record.platform,
      'ecs, lambda, or "unknown" on a failed request; other names are told by platforms in the ' +
        "study file",
    );
  to.platform[row] = platform;

  const timestamp = record.timestamp;
  to.timestampMs[row] = parseTime(timestamp);
  if (Number.isNaN(to.timestampMs[row]))
    return wrong(
      "timestamp",
      timestamp,
      "an ISO 8601 date and time of a year from 1970 to 2100, or seconds or ms since 1970",
    );

  const status = httpStatus(record.http_status);
  if (status < 0) return wrong("http_status", record.http_status, "0 or 100 to 599");
  to.httpStatus[row] = status;

  const response = amount(record.response_time_ms, MOST_MS);
  if (!(response >= 0)) return wrong("response_time_ms", record.response_time_ms, MS_NEEDED);
  to.responseTimeMs[row] = response;

  const execution = amount(metrics.execution_time_ms, MOST_MS);
  const succeeded = status >= 200 && status < 300;
  if (execution < 0)
    return wrong("metrics.execution_time_ms", metrics.execution_time_ms, MS_NEEDED);
  to.executionTimeMs[row] = succeeded && platform !== NO_PLATFORM ? execution : NaN;

  const target = amount(record.target_payload_size_kb, MOST_KB);
  if (target < 0) return wrong("target_payload_size_kb", record.target_payload_size_kb, KB_NEEDED);
  to.targetPayloadKb[row] = target;
  // The first campaign logged the measured size under metrics only.
  const actual = amount(record.actual_payload_size_kb, MOST_KB);
  const measured = amount(metrics.payload_size_kb, MOST_KB);
  if (actual < 0) return wrong("actual_payload_size_kb", record.actual_payload_size_kb, KB_NEEDED);
  if (measured < 0) return wrong("metrics.payload_size_kb", metrics.payload_size_kb, KB_NEEDED);
  to.actualPayloadKb[row] = Number.isNaN(actual) ? measured : actual;

  const window = record.time_window;
  if (typeof window !== "string" && !UNKNOWN.includes(window))
    return wrong("time_window", window, `a name: ${TIME_WINDOWS.join(", ")}, or one of your own`);
  const pattern = record.load_pattern;
  if (typeof pattern !== "string" && !UNKNOWN.includes(pattern))
    return wrong(
      "load_pattern",
      pattern,
      `a name: ${LOAD_PATTERNS.join(", ")}, or one of your own`,
    );

  const memoryUsed = amount(metrics.memory_used_mb, MOST_MB);
  const memoryLimit = amount(metrics.memory_limit_mb, MOST_MB);
  if (memoryUsed < 0) return wrong("metrics.memory_used_mb", metrics.memory_used_mb, MB_NEEDED);
  if (memoryLimit < 0) return wrong("metrics.memory_limit_mb", metrics.memory_limit_mb, MB_NEEDED);
  to.memoryUsedMb[row] = memoryUsed;
  to.memoryLimitMb[row] = memoryLimit;
  const cpu = amount(metrics.cpu_percent, MOST_PERCENT);
  if (cpu < 0)
    return wrong(
      "metrics.cpu_percent",
      metrics.cpu_percent,
      `a percentage from 0 to ${MOST_PERCENT}`,
    );
  to.cpuPercent[row] = cpu;

  const billing = readBilling(metrics, to, row);
  if (billing) return billing;

  const cold = metrics.cold_start;
  if (cold != null && typeof cold !== "boolean")
    return wrong("metrics.cold_start", cold, "true or false");
  to.coldStart[row] = cold == null ? MISSING : cold ? 1 : 0;

  // Last, because a new name takes a code for good, and only a row may bring one.
  const workload = record.workload_type;
  if (typeof workload !== "string" || workload === "")
    return wrong("workload_type", workload, "the name of a workload");
  const workloadCode =
    workload === "unknown" || workload === "undefined"
      ? MISSING
      : vocabulary.workloads.codeOf(workload);
  if (workloadCode < 0)
    return wrong(
      "workload_type",
      workload,
      `one of the ${MISSING} names seen before it; more have no code`,
    );
  to.workload[row] = workloadCode;
  const { scenarios, windowOf } = vocabulary;
  to.timeWindow[row] = UNKNOWN.includes(window)
    ? (windowOf?.(to.timestampMs[row]) ?? MISSING)
    : scenarios.windowOf(window as string);
  to.loadPattern[row] = UNKNOWN.includes(pattern)
    ? MISSING
    : scenarios.patternOf(pattern as string);
  return null;
}

/** Code of a platform by any of its names; undefined for none. */
export function platformCode(name: unknown): number | undefined {
  return PLATFORM_CODES.get(name as string) ?? platformAlias(name);
}

function platformAlias(name: unknown): number | undefined {
  return typeof name === "string"
    ? PLATFORM_ALIASES.get(name.toLowerCase().replace(/[^a-z0-9]/g, ""))
    : undefined;
}

/** The pair a row is half of, and which half: null where it can be told. */
function readPair(record: LogRecord, to: RequestColumns, row: number): Fault | null {
  const id = record.pair_id;
  if (id != null && typeof id !== "string") return wrong("pair_id", id, "a string");
  to.pairIdHash[row] = hashRequestId(id);
  const first = record.sent_first;
  if (first != null && typeof first !== "boolean")
    return wrong("sent_first", first, "true or false");
  to.sentFirst[row] = first == null ? MISSING : Number(first);
  return null;
}

/** What the platforms say of what they charge for. */
function readBilling(metrics: LogRecord, to: RequestColumns, row: number): Fault | null {
  const billed = amount(metrics.billed_duration_ms, MOST_MS);
  if (billed < 0) return wrong("metrics.billed_duration_ms", metrics.billed_duration_ms, MS_NEEDED);
  to.billedDurationMs[row] = billed;
  const init = amount(metrics.init_duration_ms, MOST_MS);
  if (init < 0) return wrong("metrics.init_duration_ms", metrics.init_duration_ms, MS_NEEDED);
  to.initDurationMs[row] = init;
  const tasks = amount(metrics.running_tasks, MOST_TASKS);
  if (tasks < 0)
    return wrong("metrics.running_tasks", metrics.running_tasks, `a number up to ${MOST_TASKS}`);
  to.runningTasks[row] = tasks;
  return null;
}
