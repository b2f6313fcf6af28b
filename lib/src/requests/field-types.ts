import { PLATFORMS } from "../campaign/index.js";
import type { LogRecord } from "./fields.js";

/** JSON's types of a value. Fields that are absent or null have none. */
export const JSON_TYPES = ["number", "string", "boolean", "object"] as const;
export type JsonType = (typeof JSON_TYPES)[number];

/**
 * The fields of a log line that the study reads, as logs spell them; those in `metrics` follow the
 * others.
 */
export const TOP_FIELDS = [
  "request_id",
  "platform",
  "workload_type",
  "timestamp",
  "http_status",
  "response_time_ms",
  "target_payload_size_kb",
  "actual_payload_size_kb",
  "time_window",
  "load_pattern",
] as const;
export const METRICS_FIELDS = [
  "execution_time_ms",
  "memory_used_mb",
  "memory_limit_mb",
  "cold_start",
  "cpu_percent",
  "payload_size_kb",
] as const;
const FIELD_NAMES = [...TOP_FIELDS, ...METRICS_FIELDS.map((name) => `metrics.${name}`)];

/** The rows of one platform in which one field had a value, by the value's JSON type. */
export interface FieldTypes {
  /** "none" for requests that no platform answered. */
  platform: (typeof PLATFORMS)[number] | "none";
  field: string;
  rows: Record<JsonType, number>;
}

/**
 * Counts the JSON types of a log's fields by platform. Reading turns "128" and 128 into the same
 * number, so what the platforms logged differently is lost unless it is counted on the way; typeof
 * and one addition a field cost less than a tenth of reading the line.
 */
export class FieldTypeCounter {
  private readonly counts = new Float64Array(
    (PLATFORMS.length + 1) * FIELD_NAMES.length * JSON_TYPES.length,
  );

  /** A record that became a row; `platform` is its code. */
  see(record: LogRecord, platform: number): void {
    let at = platform * FIELD_NAMES.length * JSON_TYPES.length;
    for (const name of TOP_FIELDS) {
      this.add(at, record[name]);
      at += JSON_TYPES.length;
    }
    const metrics = record.metrics as LogRecord | null | undefined;
    if (metrics === null || metrics === undefined) return;
    for (const name of METRICS_FIELDS) {
      this.add(at, metrics[name]);
      at += JSON_TYPES.length;
    }
  }

  /** What was seen, by platform and field; fields a platform never had are left out. */
  finish(): FieldTypes[] {
    return [...PLATFORMS, "none" as const].flatMap((platform, p) =>
      FIELD_NAMES.flatMap((field, f) => {
        const from = (p * FIELD_NAMES.length + f) * JSON_TYPES.length;
        const counts = this.counts.subarray(from, from + JSON_TYPES.length);
        const rows = Object.fromEntries(JSON_TYPES.map((type, t) => [type, counts[t]])) as Record<
          JsonType,
          number
        >;
        return counts.some((n) => n > 0) ? { platform, field, rows } : [];
      }),
    );
  }

  private add(at: number, value: unknown): void {
    const type = typeof value;
    if (type === "string") this.counts[at + 1]++;
    else if (type === "number") this.counts[at]++;
    else if (type === "boolean") this.counts[at + 2]++;
    else if (value !== undefined && value !== null) this.counts[at + 3]++;
  }
}
