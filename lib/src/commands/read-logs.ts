import {
  commonReasons,
  parseColumns,
  quarantineInWords,
  READABLE_FORMATS,
  readRequests,
  type ColumnMapping,
  type ColumnRule,
  type LogOptions,
  type RequestLog,
} from "../requests/index.js";
import type { QuarantineReason } from "../requests/index.js";
import { say, UsageError, type Arguments, type OptionSpec } from "./command.js";

/** What can be said of what logs hold, whatever their format. */
export const MAPPING_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  map: {
    type: "string",
    multiple: true,
    value: "FIELD=COLUMN",
    help:
      "a column that holds a field: response_time_ms=latency_ms, with its unit " +
      "response_time_ms=latency[s], or one value for all, platform:=lambda (repeatable)",
  },
  "utc-offset": {
    type: "string",
    value: "MINUTES",
    help: "local time less UTC: windows that are not logged are then told by the time",
  },
};

/** What can be said of logs that other tools wrote; every command that reads logs takes it. */
export const LOG_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...MAPPING_OPTIONS,
  format: {
    type: "string",
    value: "FORMAT",
    help: `of the logs: ${READABLE_FORMATS.map(({ id }) => id).join(", ")} (default: as they look)`,
  },
};

/**
 * What a command was told of its logs, by its study file and, over that, by its options. Throws an
 * InputError where it cannot be.
 */
export function logOptions(args: Arguments, stated: LogOptions = {}): LogOptions {
  const format = args.text("format");
  return { ...mappingOptions(args, stated), ...(format !== undefined && { format }) };
}

/** The same where `--format` says something else. */
export function mappingOptions(args: Arguments, stated: LogOptions = {}): LogOptions {
  const utcOffsetMinutes = args.number("utc-offset");
  if (utcOffsetMinutes !== undefined && !(Math.abs(utcOffsetMinutes) <= 14 * 60))
    throw new UsageError(`--utc-offset takes minutes from -840 to 840, not ${utcOffsetMinutes}`);
  return {
    ...stated,
    ...(utcOffsetMinutes !== undefined && { utcOffsetMinutes }),
    columns: mergedColumns(stated.columns, parseColumns(args.texts("map"))),
  };
}

/** Columns typed over those of a study file; what it says of values (names of platforms) stays. */
function mergedColumns(
  stated: ColumnMapping = {},
  typed: Readonly<Record<string, ColumnRule>>,
): ColumnMapping {
  const merged = Object.entries(typed).map(([field, rule]): [string, ColumnRule] => {
    const known = stated[field];
    const values = typeof known === "object" ? known.values : undefined;
    return [field, values && rule.constant === undefined ? { ...rule, values } : rule];
  });
  return { ...stated, ...Object.fromEntries(merged) };
}

/** The same as options of the study (`--set`), for a command that hands them on. */
export function logSettings(args: Arguments): string[] {
  const columns = Object.entries(parseColumns(args.texts("map")));
  const [format, utcOffset] = [args.text("format"), args.text("utc-offset")];
  return [
    ...columns.map(([field, { column, unit, constant }]) => {
      const value = constant === undefined ? column! : `=${String(constant)}`;
      const name = field.replace(/^metrics\./, "");
      return `logs.columns.${name}=${JSON.stringify(unit ? `${value}[${unit}]` : value)}`;
    }),
    ...(format === undefined ? [] : [`logs.format=${format}`]),
    ...(utcOffset === undefined ? [] : [`logs.utcOffsetMinutes=${utcOffset}`]),
  ];
}

/** What `--json` says of lines that are no requests. */
export interface QuarantineJson {
  quarantined: number;
  /** The commonest reasons, each with its first line. */
  reasons: QuarantineReason[];
}

export function quarantineJson({ quarantined }: RequestLog): QuarantineJson {
  return { quarantined: quarantined.length, reasons: commonReasons(quarantined) };
}

/**
 * Reads the logs a command was given. What was odd about a file is told on standard error. Where
 * no line is a request the commonest reasons are told there, `withoutRows` prints what `--json`
 * wants, and a UsageError ends the command: there is nothing to speak of.
 */
export async function readLogs(
  source: string,
  options: LogOptions = {},
  withoutRows?: (log: RequestLog) => void,
): Promise<RequestLog> {
  const log = await readRequests(source, options);
  for (const note of log.notes) say(note);
  if (log.requests.rowCount > 0) return log;
  for (const line of quarantineInWords(log)) say(line);
  withoutRows?.(log);
  throw new UsageError(
    log.totals.lines === 0
      ? `${source} holds no line at all: its files are empty`
      : `${source} holds no request: none of its ${log.totals.lines} lines can be read as one`,
  );
}
