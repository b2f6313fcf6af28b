import { LOAD_PATTERNS, LAMBDA, PLATFORMS, TIME_WINDOWS, timeWindowOfHour, WORKLOADS, type Platform, type Workload } from "../campaign/index.js";
import { buildFeatures, FEATURES } from "../features/index.js";
import type { Classifier } from "../models/index.js";
import { MISSING, type Requests } from "../requests/index.js";

/** What a router is told of a request that is about to be sent. Sizes in KiB, hours in UTC. */
export interface RequestContext {
  workload_type: string;
  payload_size_kb: number;
  time_window?: string;
  load_pattern?: string;
  hour_of_day?: number;
  is_weekend?: boolean;
}

/** Where the request should go. */
export interface Route {
  platform: Platform;
  /** P(Lambda optimal), by the model. */
  probability: number;
}

/** A context the model cannot be asked about; the message names the field, the value and the remedy. */
export class ContextError extends Error {
  override name = "ContextError";
}

/** Monday and Saturday at midnight UTC: days that stand for a working day and a weekend. */
const WORKING_DAY_MS = Date.UTC(2025, 0, 6), WEEKEND_MS = Date.UTC(2025, 0, 4);

/**
 * Asks a model where a request should go. Whatever the model was fitted on must be given: an unknown workload or a
 * missing field is refused with its name, never guessed. (A window left out is the window of the hour.)
 */
export function routeRequest(classifier: Classifier, context: unknown): Route {
  const request = checkContext(context), needed = new Set(FEATURES.filter(({ name }) => classifier.featureNames.includes(name)).flatMap(({ inputs }) => inputs));
  if (needed.has("loadPattern") && request.load_pattern === undefined) throw new ContextError(`"load_pattern" is missing; give one of ${LOAD_PATTERNS.join(", ")}`);
  if (needed.has("timestampMs") && request.hour_of_day === undefined) throw new ContextError('"hour_of_day" is missing; give the hour (UTC), 0 to 23');
  const features = buildFeatures(oneRequest(request));
  const probability = classifier.predictProbability(features)[0];
  return { platform: PLATFORMS[Number(probability > 0.5)], probability };
}

function checkContext(context: unknown): RequestContext {
  if (typeof context !== "object" || context === null) throw new ContextError(`a context is a JSON object, not ${JSON.stringify(context)}`);
  const given = context as Record<string, unknown>;
  const oneOf = (field: string, names: readonly string[]): string | undefined => {
    const value = given[field];
    if (value === undefined) return undefined;
    if (!names.includes(value as string)) throw new ContextError(`"${field}" is ${JSON.stringify(value)}; it must be one of ${names.join(", ")}`);
    return value as string;
  };
  const numberIn = (field: string, low: number, high: number): number | undefined => {
    const value = given[field];
    if (value === undefined) return undefined;
    if (typeof value !== "number" || !(value >= low && value <= high)) throw new ContextError(`"${field}" is ${JSON.stringify(value)}; it must be a number from ${low} to ${high}`);
    return value;
  };
  const workload = oneOf("workload_type", WORKLOADS), payloadKb = numberIn("payload_size_kb", 0, 1e6);
  if (workload === undefined) throw new ContextError(`"workload_type" is missing; give one of ${WORKLOADS.join(", ")}`);
  if (payloadKb === undefined) throw new ContextError('"payload_size_kb" is missing; give the size of the body in KiB');
  const hour = numberIn("hour_of_day", 0, 23);
  return {
    workload_type: workload, payload_size_kb: payloadKb, hour_of_day: hour,
    time_window: oneOf("time_window", TIME_WINDOWS) ?? (hour === undefined ? undefined : timeWindowOfHour(hour)),
    load_pattern: oneOf("load_pattern", LOAD_PATTERNS), is_weekend: given.is_weekend === true,
  };
}

/** A context as a campaign of one request, so that its features are made by the very code that made the training rows'. */
function oneRequest({ workload_type, payload_size_kb, time_window, load_pattern, hour_of_day = 0, is_weekend }: RequestContext): Requests {
  const one = (value: number): Float64Array => Float64Array.of(value), unknown = (): Float64Array => one(NaN);
  const code = (names: readonly string[], name: string | undefined): Uint8Array => Uint8Array.of(name === undefined ? MISSING : names.indexOf(name));
  return {
    rowCount: 1, provenance: { kind: "measured", name: "request" }, files: [], fileIndex: new Uint32Array(1), lineNumber: new Uint32Array(1), requestIdHash: unknown(),
    platform: Uint8Array.of(LAMBDA), workload: Uint8Array.of(WORKLOADS.indexOf(workload_type as Workload)), workloadNames: [...WORKLOADS],
    timestampMs: one((is_weekend ? WEEKEND_MS : WORKING_DAY_MS) + hour_of_day * 3_600_000), httpStatus: new Uint16Array(1),
    responseTimeMs: unknown(), executionTimeMs: unknown(), targetPayloadKb: one(payload_size_kb), actualPayloadKb: one(payload_size_kb),
    timeWindow: code(TIME_WINDOWS, time_window), loadPattern: code(LOAD_PATTERNS, load_pattern),
    memoryUsedMb: unknown(), memoryLimitMb: unknown(), coldStart: Uint8Array.of(MISSING), cpuPercent: unknown(),
  };
}
