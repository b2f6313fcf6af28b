import { LAMBDA, WORKLOADS, type WindowHours } from "../campaign/index.js";
import { computeFeatures, FEATURES, type FeatureTable } from "../features/index.js";
import { MISSING, patternNames, windowNames, type Requests } from "../requests/index.js";
import { FIGURES, setFigures } from "./figures.js";

/** What a router is told of a request that is about to be sent. Sizes in KiB, hours in UTC. */
export interface RequestContext {
  workload_type: string;
  payload_size_kb: number;
  /**
   * By local hours, as the campaign was planned; not to be had from `hour_of_day`, which is UTC.
   */
  time_window?: string;
  load_pattern?: string;
  hour_of_day?: number;
  is_weekend?: boolean;
  /**
   * Arrival state and feedback so far as they are given, by the names of FIGURES; NaN where there
   * is said to be none.
   */
  figures: Readonly<Record<string, number>>;
  /** Features that only a whole table of requests tells (`payload_category`), by their names. */
  measured: Readonly<Record<string, number>>;
}

/**
 * The workloads that a model was trained on: names in the order of their codes, and memory; and the
 * windows and patterns.
 */
export interface KnownWorkloads {
  names: readonly string[];
  /** As `Requests.declaredMemoryMb`. */
  declaredMemoryMb?: Readonly<Record<string, number>>;
  /** As `Requests.windows` and `Requests.patterns`: the thesis's where left out. */
  windows?: readonly WindowHours[];
  patterns?: readonly string[];
}

/** What a model knows that does not tell. */
const THESIS_WORKLOADS: KnownWorkloads = { names: WORKLOADS };

/**
 * A context the model cannot be asked about; the message names the field, the value and the remedy.
 */
export class ContextError extends Error {
  override name = "ContextError";
}

/** Features that no single request determines: the bin of a size among a table's sizes. */
export const MEASURED_FEATURES: readonly string[] = ["payload_category"];

const FIELDS: readonly string[] = [
  "workload_type",
  "payload_size_kb",
  "time_window",
  "load_pattern",
  "hour_of_day",
  "is_weekend",
  ...FIGURES.map(({ name }) => name),
  ...MEASURED_FEATURES,
];

/**
 * Checks a context, field by field. A field that is no field is refused: it may be a known one
 * misspelt.
 */
export function checkContext(
  context: unknown,
  known: KnownWorkloads = THESIS_WORKLOADS,
): RequestContext {
  if (typeof context !== "object" || context === null || Array.isArray(context))
    throw new ContextError(`a context is a JSON object, not ${shown(context)}`);
  const given = context as Record<string, unknown>;
  const { names } = known;
  for (const field of Object.keys(given))
    if (!FIELDS.includes(field))
      throw new ContextError(
        `"${field.slice(0, 60)}" is no field of a context; there are ${FIELDS.join(", ")}`,
      );
  const oneOf = (field: string, names: readonly string[]): string | undefined => {
    const value = given[field];
    if (value === undefined) return undefined;
    if (!names.includes(value as string))
      throw new ContextError(
        `"${field}" is ${shown(value)}; it must be one of ${names.join(", ")}`,
      );
    return value as string;
  };
  const numberIn = (
    field: string,
    low: number,
    high: number,
    whole = false,
  ): number | undefined => {
    const value = given[field];
    if (value === undefined) return undefined;
    if (
      typeof value !== "number" ||
      !(value >= low && value <= high) ||
      (whole && !Number.isInteger(value))
    ) {
      throw new ContextError(
        `"${field}" is ${shown(value)}; it must be a ${whole ? "whole " : ""}number from ` +
          `${low} to ${high}`,
      );
    }
    return value;
  };
  const workload = oneOf("workload_type", names);
  const payloadKb = numberIn("payload_size_kb", 0, 1e6);
  if (workload === undefined)
    throw new ContextError(`"workload_type" is missing; give one of ${names.join(", ")}`);
  if (payloadKb === undefined)
    throw new ContextError('"payload_size_kb" is missing; give the size of the body in KiB');
  const hour = numberIn("hour_of_day", 0, 23, true);
  const weekend = given.is_weekend;
  if (weekend !== undefined && typeof weekend !== "boolean")
    throw new ContextError(`"is_weekend" is ${shown(weekend)}; it must be true or false`);
  const numbers = (
    fields: readonly { name: string; most: number; mayBeMissing: boolean }[],
  ): Record<string, number> =>
    Object.fromEntries(
      fields.flatMap(({ name, most, mayBeMissing }) => {
        if (given[name] === undefined) return [];
        return [[name, mayBeMissing && given[name] === null ? NaN : numberIn(name, 0, most)!]];
      }),
    );
  return {
    workload_type: workload,
    payload_size_kb: payloadKb,
    hour_of_day: hour,
    is_weekend: weekend,
    figures: numbers(FIGURES),
    measured: numbers(MEASURED_FEATURES.map((name) => ({ name, most: 1e9, mayBeMissing: false }))),
    time_window: oneOf("time_window", windowNames(known)),
    load_pattern: oneOf("load_pattern", patternNames(known)),
  };
}

/** A value as JSON, cut where it is long: it is the user's, and goes into a message of one line. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** Monday and Saturday at midnight UTC: days that stand for a working day and a weekend. */
const WORKING_DAY_MS = Date.UTC(2025, 0, 6);
const WEEKEND_MS = Date.UTC(2025, 0, 4);

/**
 * The features of one request, made by the very code that made the training rows', from its context
 * and the figures it gives; measured ones as they were given.
 */
export function contextFeatures(
  context: RequestContext,
  featureNames: readonly string[],
  workloads: KnownWorkloads = THESIS_WORKLOADS,
): FeatureTable {
  const request = oneRequest(context, workloads);
  setFigures(request, featureNames, context.figures);
  const computed = computeFeatures(
    request,
    FEATURES.filter(({ name }) => featureNames.includes(name) && !MEASURED_FEATURES.includes(name)),
  );
  // What computeFeatures leaves out is missing in this request, and NaN is how a table says so.
  const names = [
    ...computed.names,
    ...computed.omitted.map(({ name }) => name),
    ...Object.keys(context.measured),
  ];
  const columns = [
    ...computed.columns,
    ...computed.omitted.map(() => Float64Array.of(NaN)),
    ...Object.values(context.measured).map((value) => Float64Array.of(value)),
  ];
  return { rowCount: 1, names, columns, categories: names.map(() => null) };
}

/** A context as a campaign of one request. */
function oneRequest(
  {
    workload_type,
    payload_size_kb,
    time_window,
    load_pattern,
    hour_of_day = 0,
    is_weekend,
  }: RequestContext,
  known: KnownWorkloads,
): Requests {
  const { names, ...described } = known;
  const one = (value: number): Float64Array => Float64Array.of(value);
  const unknown = (): Float64Array => one(NaN);
  const code = (names: readonly string[], name: string | undefined): Uint8Array =>
    Uint8Array.of(name === undefined ? MISSING : names.indexOf(name));
  return {
    rowCount: 1,
    provenance: { kind: "measured", name: "request" },
    files: [],
    fileIndex: new Uint32Array(1),
    lineNumber: new Uint32Array(1),
    requestIdHash: unknown(),
    platform: Uint8Array.of(LAMBDA),
    workload: Uint8Array.of(names.indexOf(workload_type)),
    workloadNames: [...names],
    ...described,
    timestampMs: one((is_weekend ? WEEKEND_MS : WORKING_DAY_MS) + hour_of_day * 3_600_000),
    httpStatus: new Uint16Array(1),
    responseTimeMs: unknown(),
    executionTimeMs: unknown(),
    targetPayloadKb: one(payload_size_kb),
    actualPayloadKb: one(payload_size_kb),
    payloadKb: one(payload_size_kb),
    timeWindow: code(windowNames(known), time_window),
    loadPattern: code(patternNames(known), load_pattern),
    memoryUsedMb: unknown(),
    memoryLimitMb: unknown(),
    coldStart: Uint8Array.of(MISSING),
    cpuPercent: unknown(),
    pairIdHash: unknown(),
    sentFirst: Uint8Array.of(MISSING),
    billedDurationMs: unknown(),
    initDurationMs: unknown(),
    runningTasks: unknown(),
  };
}
