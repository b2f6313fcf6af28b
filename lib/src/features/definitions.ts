import { LAMBDA_MEMORY_DECLARED_MB } from "../campaign/index.js";
import {
  arrivalStateOf,
  dayOfWeek,
  FEEDBACK_FIELDS,
  feedbackOf,
  hourOfDay,
  isPaired,
  LOOK_BACK_SECONDS,
  MISSING,
  patternNames,
  windowNames,
  type ArrivalState,
  type Feedback,
  type Requests,
} from "../requests/index.js";
import { quantile } from "../statistics/index.js";
import type { RequestColumn } from "./columns.js";

/**
 * The sets of features: the thesis's 15, the 7 that its version 6 adds, and the arrival state: what
 * a router knows of the load from the times and sizes of earlier requests alone. The state does not
 * depend on where earlier requests were routed, so it is the same under any policy. The feedback
 * does: what a client saw of both platforms before the send, in flight and answered. In a duet both
 * halves of every earlier pair were seen; a router that sends each request to one platform would
 * see that one only. It is used where it is asked for by name, and never otherwise.
 */
export const FEATURE_SETS = ["author", "v6", "state", "feedback"] as const;
export type FeatureSet = (typeof FEATURE_SETS)[number];

/**
 * What models may know unless told otherwise: the arrival state too, where requests are pairs; the
 * feedback never.
 */
export function usualFeatureSets(requests: Pick<Requests, "pairIdHash">): FeatureSet[] {
  return isPaired(requests) ? ["author", "state"] : ["author"];
}

/** One feature: what it is called, what it is made of, and how. */
export interface FeatureDefinition {
  name: string;
  set: FeatureSet;
  /** Columns of the campaign it is made of, directly or through other features: its provenance. */
  inputs: readonly RequestColumn[];
  /**
   * Columns of earlier requests that it is made of, outcomes among them: of those that were over
   * before the send and no others. For the set `feedback` alone, which the audit computes again
   * from the logs (`feedback-after-send`).
   */
  earlier?: readonly RequestColumn[];
  /** What it tells and its unit, where its name and inputs do not say. */
  about?: { meaning: string; unit: string };
  compute(base: BaseFeatures): Float64Array;
  /** Names by code, for coded features. */
  categories?(requests: Requests): readonly string[];
}

/** The columns other features are made of, computed once. NaN where the log has nothing. */
export interface BaseFeatures {
  requests: Requests;
  workload: Float64Array;
  payloadKb: Float64Array;
  window: Float64Array;
  pattern: Float64Array;
  hour: Float64Array;
  day: Float64Array;
  memoryMb: Float64Array;
  /** Of the whole campaign, computed when the first feature asks for it. */
  readonly arrivals: ArrivalState;
  readonly feedback: Feedback;
}

export function baseFeatures(requests: Requests): BaseFeatures {
  const declared: Readonly<Record<string, number>> =
    requests.declaredMemoryMb ?? LAMBDA_MEMORY_DECLARED_MB;
  const memoryByWorkload = requests.workloadNames.map((name) => declared[name] ?? NaN);
  const coded = (codes: Uint8Array): Float64Array =>
    Float64Array.from(codes, (code) => (code === MISSING ? NaN : code));
  return {
    requests,
    get arrivals() {
      return arrivalStateOf(requests);
    },
    get feedback() {
      return feedbackOf(requests);
    },
    workload: coded(requests.workload),
    payloadKb: requests.payloadKb,
    window: coded(requests.timeWindow),
    pattern: coded(requests.loadPattern),
    hour: Float64Array.from(hourOfDay(requests)),
    day: Float64Array.from(dayOfWeek(requests)),
    memoryMb: Float64Array.from(requests.workload, (code) => memoryByWorkload[code] ?? NaN),
  };
}

const PAYLOAD: readonly RequestColumn[] = ["targetPayloadKb", "actualPayloadKb"];
const product = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, i) => value * b[i]);

const ARRIVALS: readonly RequestColumn[] = ["timestampMs", "workload", ...PAYLOAD];

/** Load that came before: of the same workload, or ("all_") of all. */
function recentFeature(
  name: string,
  column: (arrivals: ArrivalState) => Float64Array,
): FeatureDefinition {
  return { name, set: "state", inputs: ARRIVALS, compute: (b) => column(b.arrivals) };
}

/** Every feature the project knows, in the order of the author's tables. */
export const FEATURES: readonly FeatureDefinition[] = [
  {
    name: "workload_type_encoded",
    set: "author",
    inputs: ["workload"],
    compute: (b) => b.workload,
    categories: (r) => r.workloadNames,
  },
  { name: "payload_size_kb", set: "author", inputs: PAYLOAD, compute: (b) => b.payloadKb },
  {
    name: "time_window_encoded",
    set: "author",
    inputs: ["timeWindow"],
    compute: (b) => b.window,
    categories: windowNames,
  },
  {
    name: "load_pattern_encoded",
    set: "author",
    inputs: ["loadPattern"],
    compute: (b) => b.pattern,
    categories: patternNames,
  },
  { name: "hour_of_day", set: "author", inputs: ["timestampMs"], compute: (b) => b.hour },
  {
    name: "is_weekend",
    set: "author",
    inputs: ["timestampMs"],
    compute: (b) => b.day.map((day) => Number(day >= 5)),
  },
  {
    name: "lambda_memory_limit_mb",
    set: "author",
    inputs: ["workload"],
    compute: (b) => b.memoryMb,
  },
  {
    name: "payload_squared",
    set: "author",
    inputs: PAYLOAD,
    compute: (b) => product(b.payloadKb, b.payloadKb),
  },
  {
    name: "payload_log",
    set: "author",
    inputs: PAYLOAD,
    compute: (b) => b.payloadKb.map(Math.log1p),
  },
  {
    name: "payload_workload_interaction",
    set: "author",
    inputs: [...PAYLOAD, "workload"],
    compute: (b) => product(b.payloadKb, b.workload),
  },
  {
    name: "payload_hour_interaction",
    set: "author",
    inputs: [...PAYLOAD, "timestampMs"],
    compute: (b) => product(b.payloadKb, b.hour),
  },
  {
    name: "payload_time_window_interaction",
    set: "author",
    inputs: [...PAYLOAD, "timeWindow"],
    compute: (b) => product(b.payloadKb, b.window),
  },
  {
    name: "workload_time_window_interaction",
    set: "author",
    inputs: ["workload", "timeWindow"],
    compute: (b) => product(b.workload, b.window),
  },
  {
    name: "payload_load_pattern_interaction",
    set: "author",
    inputs: [...PAYLOAD, "loadPattern"],
    compute: (b) => product(b.payloadKb, b.pattern),
  },
  {
    name: "time_window_load_pattern_interaction",
    set: "author",
    inputs: ["timeWindow", "loadPattern"],
    compute: (b) => product(b.window, b.pattern),
  },

  { name: "day_of_week", set: "v6", inputs: ["timestampMs"], compute: (b) => b.day },
  {
    name: "payload_category",
    set: "v6",
    inputs: PAYLOAD,
    compute: (b) => quartileBin(b.payloadKb),
  },
  {
    name: "hour_period",
    set: "v6",
    inputs: ["timestampMs"],
    compute: (b) => b.hour.map((hour) => Math.floor(hour / 6)),
  },
  {
    name: "workload_memory_interaction",
    set: "v6",
    inputs: ["workload"],
    compute: (b) => product(b.workload, b.memoryMb),
  },
  {
    name: "memory_payload_interaction",
    set: "v6",
    inputs: ["workload", ...PAYLOAD],
    compute: (b) => product(b.memoryMb, b.payloadKb),
  },
  {
    name: "workload_hour_interaction",
    set: "v6",
    inputs: ["workload", "timestampMs"],
    compute: (b) => product(b.workload, b.hour),
  },
  {
    name: "payload_memory_ratio",
    set: "v6",
    inputs: ["workload", ...PAYLOAD],
    compute: (b) => b.payloadKb.map((kb, i) => kb / (b.memoryMb[i] + 1)),
  },

  {
    name: "idle_seconds",
    set: "state",
    inputs: ARRIVALS,
    compute: (b) => b.arrivals.idleSeconds,
  },
  {
    name: "idle_seconds_log",
    set: "state",
    inputs: ARRIVALS,
    compute: (b) => b.arrivals.idleSeconds.map(Math.log1p),
  },
  ...LOOK_BACK_SECONDS.flatMap((seconds): FeatureDefinition[] => [
    recentFeature(`requests_last_${seconds}s`, ({ own }) => own[seconds].requests),
    recentFeature(`kib_last_${seconds}s`, ({ own }) => own[seconds].kib),
    recentFeature(`all_requests_last_${seconds}s`, ({ all }) => all[seconds].requests),
    recentFeature(`all_kib_last_${seconds}s`, ({ all }) => all[seconds].kib),
  ]),

  ...FEEDBACK_FIELDS.map(({ name, title, unit, mayBeMissing }): FeatureDefinition => ({
    name,
    set: "feedback",
    inputs: ["timestampMs", "workload"],
    earlier: ["timestampMs", "workload", "platform", "httpStatus", "responseTimeMs"],
    about: {
      meaning: `${title[0].toUpperCase()}${title.slice(1)}, strictly before the send${
        mayBeMissing ? "; missing where there was no such answer" : ""
      }`,
      unit,
    },
    compute: (b) => b.feedback[name],
  })),
];

/**
 * The quartile (0-3) a value falls in, bins closed on the right as pandas' `qcut` makes them; equal
 * edges make one bin.
 */
function quartileBin(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const edges = [...new Set([0.25, 0.5, 0.75].map((p) => quantile(known, p)))];
  return values.map((value) =>
    Number.isNaN(value) ? NaN : edges.filter((edge) => value > edge).length,
  );
}
