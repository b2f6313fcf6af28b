import { PLATFORMS, type Platform } from "../../campaign/index.js";
import type { LogRecord } from "../fields.js";
import { LOG_FIELDS } from "../log-fields.js";
import { platformCode } from "../record.js";
import { parseTime } from "../timestamp.js";
import type { ProviderEntry } from "./provider-reader.js";

/** A client's row with what the platforms said of it, and whether they contradicted each other. */
export interface JoinedRow {
  record: LogRecord;
  /** The client named another platform than the one whose log has the request. */
  contradiction: boolean;
}

/**
 * A row of the study from a client's record and the platforms' entries. What the client's record
 * says stays, except for the platform, which its own log knows best; what it lacks is filled in.
 */
export function joinedRow(
  client: LogRecord,
  place: string,
  entries: readonly ProviderEntry[],
  formats: readonly string[],
): JoinedRow {
  const own = inNumbers(client);
  const named: Platform | undefined = PLATFORMS[platformCode(client.platform) ?? NaN];
  const told = entries.find(({ platform }) => platform !== null)?.platform ?? null;
  const metrics = Object.assign(
    {},
    ...[...entries].reverse().map((entry) => entry.metrics),
    defined(own.metrics as LogRecord | undefined),
  ) as LogRecord;
  const error = own.error ?? entries.find((entry) => entry.error !== null)?.error;
  return {
    record: {
      ...own,
      platform: told ?? named ?? "unknown",
      ...(error !== undefined && { error }),
      metrics,
      joined: {
        client: place,
        ...Object.fromEntries(entries.map((entry) => [formats[entry.format], entry.place])),
      },
    },
    contradiction: told !== null && named !== undefined && told !== named,
  };
}

/** Numbers as numbers, the time as ISO 8601, whatever the client's log wrote them as. */
function inNumbers(record: LogRecord): LogRecord {
  const own: LogRecord = { ...record };
  const metrics: LogRecord = { ...(record.metrics as LogRecord | undefined) };
  for (const { name, inMetrics, kind } of LOG_FIELDS) {
    const of = inMetrics ? metrics : own;
    const value = of[name];
    if (kind === "text" || kind === "boolean" || kind === "time" || typeof value !== "string")
      continue;
    of[name] = value === "" ? undefined : Number(value);
  }
  own.metrics = metrics;
  own.timestamp = isoTime(parseTime(record.timestamp));
  return own;
}

/** ISO 8601 in UTC, to the microsecond. */
function isoTime(ms: number): string {
  const whole = Math.floor(ms);
  const micros = Math.floor((ms - whole) * 1000);
  const text = new Date(whole).toISOString();
  return micros === 0 ? text : text.replace("Z", `${String(micros).padStart(3, "0")}Z`);
}

function defined(record: LogRecord = {}): LogRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== null),
  );
}
