import { LOAD_PATTERNS, PLATFORMS, TIME_WINDOWS, WORKLOADS } from "../campaign/index.js";
import { COLUMN_ROLES, FEATURES, forbiddenByProvenance } from "../features/index.js";
import {
  MOST_KB,
  MOST_MB,
  MOST_MS,
  MOST_PERCENT,
  MOST_TASKS,
  REQUEST_COLUMNS,
  type RequestColumns,
} from "../requests/index.js";
import { csvOf } from "./csv-text.js";

/** One variable of the study. */
export interface DictionaryEntry {
  /** As the logs spell it; a feature by its name in labelled.csv. */
  name: string;
  /** Where it stands: "log", "feature" or "label". */
  where: "log" | "feature" | "label";
  type: "number" | "text" | "boolean" | "time";
  /** "ms", "KiB", "MB", "%", "s"; empty where it has none. */
  unit: string;
  allowed: string;
  /** Whether a router may know it before it sends the request. */
  routerMayKnow: boolean;
  meaning: string;
}

/** What a log field holds, of each column that is read from the logs. */
interface LoggedField {
  field: string;
  type: DictionaryEntry["type"];
  allowed: string;
  meaning: string;
}

/** Columns that no log states: where a line stood. */
type LoggedColumn = Exclude<keyof RequestColumns, "fileIndex" | "lineNumber">;

const upTo = (most: number): string => `0 to ${most}`;
const oneOf = (names: readonly string[]): string => names.join(" | ");
const OR_UNKNOWN = "unknown where the request failed before it was known";

/** The compiler holds this list to the columns that are read. */
const LOGGED: Readonly<Record<LoggedColumn, LoggedField>> = {
  requestIdHash: {
    field: "request_id",
    type: "text",
    allowed: "any text, one a request",
    meaning: "Name of the request; kept as 53 bits of a hash",
  },
  pairIdHash: {
    field: "pair_id",
    type: "text",
    allowed: "any text, the same in both halves of a pair",
    meaning: "Pair the row is half of; absent for a request sent to one platform",
  },
  sentFirst: {
    field: "sent_first",
    type: "boolean",
    allowed: "true | false",
    meaning: "Whether this half of the pair was sent first",
  },
  platform: {
    field: "platform",
    type: "text",
    allowed: `${oneOf(PLATFORMS)} | unknown`,
    meaning: `Platform that answered; ${OR_UNKNOWN}`,
  },
  workload: {
    field: "workload_type",
    type: "text",
    allowed: `${oneOf(WORKLOADS)} | a name of the campaign's own | unknown`,
    meaning: "What the request asks for",
  },
  timestampMs: {
    field: "timestamp",
    type: "time",
    allowed: "ISO 8601, years 1970 to 2100; UTC unless it names a zone",
    meaning: "When the request was sent",
  },
  httpStatus: {
    field: "http_status",
    type: "number",
    allowed: "0 | 100 to 599",
    meaning: "HTTP status of the answer; 0 where there was none",
  },
  responseTimeMs: {
    field: "response_time_ms",
    type: "number",
    allowed: upTo(MOST_MS),
    meaning: "The client's clock, from sending to the full answer",
  },
  executionTimeMs: {
    field: "metrics.execution_time_ms",
    type: "number",
    allowed: `${upTo(MOST_MS)}; needed where the answer is a 2xx`,
    meaning: "The platform's clock, inside the handler",
  },
  targetPayloadKb: {
    field: "target_payload_size_kb",
    type: "number",
    allowed: upTo(MOST_KB),
    meaning: "Planned size of the body",
  },
  actualPayloadKb: {
    field: "actual_payload_size_kb (or metrics.payload_size_kb)",
    type: "number",
    allowed: upTo(MOST_KB),
    meaning: "Size of the body that was sent",
  },
  timeWindow: {
    field: "time_window",
    type: "text",
    allowed: `${oneOf(TIME_WINDOWS)} | a name of the campaign's own | unknown`,
    meaning: "Planned part of the day, local time",
  },
  loadPattern: {
    field: "load_pattern",
    type: "text",
    allowed: `${oneOf(LOAD_PATTERNS)} | a name of the campaign's own | unknown`,
    meaning: "Planned shape of the load",
  },
  memoryUsedMb: {
    field: "metrics.memory_used_mb",
    type: "number",
    allowed: upTo(MOST_MB),
    meaning: "Memory the platform says was used",
  },
  memoryLimitMb: {
    field: "metrics.memory_limit_mb",
    type: "number",
    allowed: upTo(MOST_MB),
    meaning: "Memory the platform says there was",
  },
  coldStart: {
    field: "metrics.cold_start",
    type: "boolean",
    allowed: "true | false",
    meaning: "Whether Lambda started an environment for the request",
  },
  cpuPercent: {
    field: "metrics.cpu_percent",
    type: "number",
    allowed: upTo(MOST_PERCENT),
    meaning: "CPU use as the platform logs it",
  },
  billedDurationMs: {
    field: "metrics.billed_duration_ms",
    type: "number",
    allowed: upTo(MOST_MS),
    meaning: "Time that AWS bills for a Lambda request",
  },
  initDurationMs: {
    field: "metrics.init_duration_ms",
    type: "number",
    allowed: upTo(MOST_MS),
    meaning: "Initialisation of a cold start",
  },
  runningTasks: {
    field: "metrics.running_tasks",
    type: "number",
    allowed: upTo(MOST_TASKS),
    meaning: "ECS tasks of the service that were running",
  },
};

/**
 * Every variable of the study: the fields of the logs, the features made of them, the label. Made
 * from the lists by which the library reads logs and computes features, so that it says what they
 * do.
 */
export function dataDictionary(): DictionaryEntry[] {
  return [...Object.keys(REQUEST_COLUMNS).flatMap(logEntry), ...featureEntries(), LABEL];
}

function logEntry(column: string): DictionaryEntry[] {
  if (!Object.hasOwn(LOGGED, column)) return [];
  const { field, ...logged } = LOGGED[column as LoggedColumn];
  const routerMayKnow = COLUMN_ROLES[column as LoggedColumn] === "context";
  // A time is no span.
  const unit = logged.type === "time" ? "" : unitOf(column);
  return [{ name: field, where: "log", ...logged, unit, routerMayKnow }];
}

function featureEntries(): DictionaryEntry[] {
  return FEATURES.map(({ name, set, inputs, earlier, about }) => {
    const fieldsOf = (columns: readonly string[]): string =>
      columns.map((column) => LOGGED[column as LoggedColumn].field).join(", ");
    const made = `Feature of the set "${set}", made from ${fieldsOf(inputs)}`;
    const before = earlier ? ` and, of requests before it, ${fieldsOf(earlier)}` : "";
    const single = !/interaction|squared|log|ratio|category|period|encoded|weekend/.test(name);
    return {
      name,
      where: "feature",
      type: "number",
      unit: about?.unit ?? (single ? unitOf(name) : ""),
      allowed: allowedOf(name),
      routerMayKnow: forbiddenByProvenance(name, inputs) === null,
      meaning: `${made}${before}${about ? `. ${about.meaning}` : ""}`,
    };
  });
}

function allowedOf(feature: string): string {
  const codes = (names: readonly string[]): string =>
    names.map((name, code) => `${code} = ${name}`).join(" | ");
  switch (feature) {
    case "workload_type_encoded":
      return `${codes(WORKLOADS)}; names of the campaign's own follow`;
    case "time_window_encoded":
      return `${codes(TIME_WINDOWS)}; a study's own in the order in which it declares them`;
    case "load_pattern_encoded":
      return `${codes(LOAD_PATTERNS)}; a study's own in the order in which it declares them`;
    case "hour_of_day":
      return "0 to 23, UTC";
    case "is_weekend":
      return "0 | 1";
    case "day_of_week":
      return "0 (Monday) to 6";
    case "payload_category":
      return "0 to 3, the quartile of the size";
    case "hour_period":
      return "0 to 3, six hours each";
    default:
      return "0 or more";
  }
}

const LABEL: DictionaryEntry = {
  name: "balanced_optimal",
  where: "label",
  type: "number",
  unit: "",
  allowed: "1 = Lambda | 0 = ECS",
  routerMayKnow: false,
  meaning: "Lambda is both faster and cheaper by the margins that labelling.json names",
};

/** The unit that a name ends in. */
function unitOf(name: string): string {
  const [, unit] =
    /(?:^|_|[a-z])(Ms|_ms|Kb|_kb|Mb|_mb|Percent|_seconds|kib)(?:_last_\d+s)?$/.exec(name) ?? [];
  return unit === undefined ? "" : (UNITS[unit.replace("_", "").toLowerCase()] ?? "");
}

const UNITS: Readonly<Record<string, string>> = {
  ms: "ms",
  kb: "KiB",
  kib: "KiB",
  mb: "MB",
  percent: "%",
  seconds: "s",
};

/** The dictionary as CSV. */
export function dictionaryCsv(entries: readonly DictionaryEntry[] = dataDictionary()): string {
  return csvOf(
    ["name", "where", "type", "unit", "allowed values", "may a router know it?", "meaning"],
    entries.map(({ name, where, type, unit, allowed, routerMayKnow, meaning }) => [
      name,
      where,
      type,
      unit,
      allowed,
      routerMayKnow ? "yes" : "no",
      meaning,
    ]),
  );
}
