import { columnValue, type ColumnMapping } from "./column-mapping.js";
import { httpStatus, type LogRecord } from "./fields.js";
import { ALIASES, plainName } from "./likely-field.js";
import { LOG_FIELDS, logField, type FieldKind, type LogField } from "./log-fields.js";
import { platformCode } from "./record.js";
import { parseTime } from "./timestamp.js";

/** A column that probably holds a field, and what speaks for it. */
export interface ColumnGuess {
  field: string;
  column: string;
  /** Where it is another than the field's own. */
  unit?: string;
  /** In words: "its name; 50 of 50 values are times". */
  because: string;
}

export interface GuessedColumns {
  guesses: ColumnGuess[];
  /** Required fields that no column is like. */
  missing: string[];
  /** Columns that no field is like. */
  unused: string[];
}

/** Names by which others call what may be left out, in small letters and digits only. */
const OPTIONAL_ALIASES: Readonly<Record<string, readonly string[]>> = {
  request_id: ["id", "requestid", "reqid", "xrequestid", "uuid", "correlationid"],
  trace_id: ["traceid", "xamzntraceid", "traceroot", "xray", "xraytraceid"],
  provider_request_id: ["lambdarequestid", "awsrequestid", "xamznrequestid", "providerrequestid"],
  target_payload_size_kb: [
    "payload",
    "payloadsize",
    "size",
    "bodysize",
    "requestsize",
    "payloadkb",
  ],
  time_window: ["window", "timewindow", "timeofday", "daypart", "partofday"],
  load_pattern: ["pattern", "loadpattern", "load", "loadprofile", "traffic", "phase"],
  billed_duration_ms: ["billed", "billedms", "billedduration"],
  init_duration_ms: ["init", "initms", "initduration", "coldstartms"],
  cold_start: ["cold", "iscold", "coldstart"],
  memory_limit_mb: ["memory", "memorysize", "memorymb", "memorylimit"],
  memory_used_mb: ["memoryused", "maxmemoryused"],
  cpu_percent: ["cpu", "cpupercent"],
};

/** Units by the end of a column's name, the longest first. */
const SUFFIXES: readonly [suffix: string, unit: string, kind: FieldKind][] = [
  ["milliseconds", "ms", "ms"],
  ["microseconds", "us", "ms"],
  ["nanoseconds", "ns", "ms"],
  ["seconds", "s", "ms"],
  ["millis", "ms", "ms"],
  ["msec", "ms", "ms"],
  ["secs", "s", "ms"],
  ["sec", "s", "ms"],
  ["ms", "ms", "ms"],
  ["us", "us", "ms"],
  ["ns", "ns", "ms"],
  ["s", "s", "ms"],
  ["kilobytes", "kb", "kb"],
  ["kib", "kb", "kb"],
  ["kb", "kb", "kb"],
  ["megabytes", "mb", "kb"],
  ["mib", "mb", "kb"],
  ["mb", "mb", "kb"],
  ["bytes", "bytes", "kb"],
];

/**
 * Which columns of some records (as they were logged) hold which fields of the study: by the names
 * that other tools use, with the unit at a name's end, and by whether the values can be what the
 * field holds. A column serves one field. Fields under their own names need no guess, and get none.
 */
export function guessColumns(records: readonly LogRecord[]): GuessedColumns {
  const columns = columnNames(records);
  const taken = new Set(columns.filter((name) => isOwn(name)));
  const guesses: ColumnGuess[] = [];
  const missing: string[] = [];
  for (const field of LOG_FIELDS) {
    if ([...taken].some((name) => logField(name)?.name === field.name)) continue;
    const found = columns
      .filter((name) => !taken.has(name))
      .map((name) => guess(field, name, records))
      .find((one) => one !== null);
    if (found) {
      guesses.push(found);
      taken.add(found.column);
    } else if (field.required) missing.push(field.name);
  }
  return { guesses, missing, unused: columns.filter((name) => !taken.has(name)) };
}

/** The mapping that guesses make. */
export function mappingOf(guesses: readonly ColumnGuess[]): ColumnMapping {
  return Object.fromEntries(
    guesses.map(({ field, column, unit }) => [
      field,
      unit === undefined ? column : { column, unit },
    ]),
  );
}

/** Keys of the records, those inside `metrics` and other groups as paths. */
function columnNames(records: readonly LogRecord[]): string[] {
  const names = new Set<string>();
  for (const record of records)
    for (const [name, value] of Object.entries(record)) {
      const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
      if (isGroup) for (const inner of Object.keys(value)) names.add(`${name}.${inner}`);
      else names.add(name);
    }
  return [...names];
}

/** A field of the study under its own name, where it is read. */
function isOwn(name: string): boolean {
  const field = logField(name);
  return field !== undefined && name === (field.inMetrics ? `metrics.${field.name}` : field.name);
}

function guess(field: LogField, column: string, records: readonly LogRecord[]): ColumnGuess | null {
  const { plain, unit } = nameAndUnit(column, field);
  const whole = plainName(column.split(".").at(-1)!);
  const known = [...(ALIASES[field.name] ?? []), ...(OPTIONAL_ALIASES[field.name] ?? [])];
  const own = plainName(field.name);
  if (![plain, whole].some((name) => name === own || known.includes(name))) return null;
  const values = records
    .map((record) => columnValue(record, column))
    .filter((value) => value !== undefined && value !== null && value !== "");
  const fitting = values.filter((value) => fits(field, value)).length;
  // A few lines may be broken; a column of something else fits in none.
  if (values.length === 0 || fitting < 0.8 * values.length) return null;
  return {
    field: field.name,
    column,
    ...(unit !== null && unit !== field.kind && { unit }),
    because: `${fitting} of ${values.length} values ${WHAT_FITS[field.kind]}`,
  };
}

/** A column's name without its unit, in small letters and digits, and the unit it names. */
function nameAndUnit(column: string, { kind }: LogField): { plain: string; unit: string | null } {
  const leaf = column.split(".").at(-1)!;
  const ofKind = kind === "mb" ? "kb" : kind;
  for (const [suffix, unit, of] of SUFFIXES) {
    const match = new RegExp(`^(.*?)[ _.(\\[-]+${suffix}[)\\]]?$`, "i").exec(leaf);
    if (match && of === ofKind) return { plain: plainName(match[1]), unit };
  }
  return { plain: plainName(leaf), unit: null };
}

const WHAT_FITS: Readonly<Record<FieldKind, string>> = {
  text: "are names",
  time: "are times",
  status: "are HTTP statuses",
  ms: "are durations",
  kb: "are sizes",
  mb: "are sizes",
  number: "are numbers",
  boolean: "are true or false",
};

function fits({ name, kind }: LogField, value: unknown): boolean {
  switch (kind) {
    case "time":
      return !Number.isNaN(parseTime(value));
    case "status":
      return httpStatus(value) >= 0;
    case "boolean":
      return /^(true|false|0|1)$/i.test(String(value));
    case "text":
      return name === "platform"
        ? platformCode(value) !== undefined
        : typeof value === "string" || typeof value === "number";
    default:
      return Number(value) >= 0;
  }
}
