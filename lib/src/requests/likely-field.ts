import type { LogRecord } from "./fields.js";
import { METRICS_FIELDS, TOP_FIELDS } from "./field-types.js";

/**
 * Names under which others log what a request needs, in small letters and digits only: those of
 * k6, Locust, Artillery, access logs and CloudWatch.
 */
export const ALIASES: Readonly<Record<string, readonly string[]>> = {
  platform: ["target", "backend", "provider", "service", "runtime", "cloud"],
  workload_type: [
    "workload",
    "workloadname",
    "task",
    "function",
    "functionname",
    "endpoint",
    "service",
  ],
  timestamp: ["time", "ts", "date", "datetime", "at", "startedat", "starttime", "sentat"],
  http_status: ["status", "statuscode", "code", "responsecode", "httpcode"],
  response_time_ms: [
    ...["latency", "latencyms", "duration", "durationms", "elapsed", "elapsedms"],
    ...["rt", "responsems", "responsetime", "responsetimems", "totaltime", "requesttime"],
  ],
  execution_time_ms: [
    ...["executiontime", "executionms", "exec", "execms", "exectimems", "handlerms"],
    ...["processingtime", "processingms", "billedduration", "servertime"],
  ],
};
const READ: ReadonlySet<string> = new Set([...TOP_FIELDS, ...METRICS_FIELDS]);
/** Edits (letters put in, left out or changed) that a slip of the pen makes. */
const MOST_EDITS = 2;

/**
 * What a record without a value for `field` probably calls it: "latency_ms is not a field that is
 * read; did you mean response_time_ms?". Null where no name of it is like that field's.
 */
export function likelyField(record: LogRecord, field: string): string | null {
  const leaf = field.replace(/^metrics\./, "");
  const metrics = record.metrics;
  const inMetrics =
    typeof metrics === "object" && metrics !== null && !Array.isArray(metrics)
      ? Object.keys(metrics).map((name) => ({ name, shown: `metrics.${name}` }))
      : [];
  const names = [...Object.keys(record).map((name) => ({ name, shown: name })), ...inMetrics];
  const astray = names.find(({ name, shown }) => name === leaf && shown !== field);
  if (astray) return `${astray.shown} is not where it is read; did you mean ${field}?`;
  const likely = names.find(({ name }) => !READ.has(name) && isLike(name, leaf));
  return likely ? `${likely.shown} is not a field that is read; did you mean ${field}?` : null;
}

function isLike(name: string, field: string): boolean {
  const plain = plainName(name);
  return (
    (ALIASES[field]?.includes(plain) ?? false) || isWithinEdits(plain, plainName(field), MOST_EDITS)
  );
}

export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Levenshtein's distance, row by row. */
function isWithinEdits(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(
        Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + Number(a[i - 1] !== b[j - 1])),
      );
    above = row;
  }
  return above[b.length] <= most;
}
