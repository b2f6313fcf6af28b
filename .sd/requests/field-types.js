import { PLATFORMS } from "../campaign/index.js";
/** JSON's types of a value. Fields that are absent or null have none. */
export const JSON_TYPES = ["number", "string", "boolean", "object"];
/**
 * The fields of a log line that the study reads, as logs spell them; those in `metrics` follow the
 * others.
 */
const TOP_FIELDS = [
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
];
const METRICS_FIELDS = [
    "execution_time_ms",
    "memory_used_mb",
    "memory_limit_mb",
    "cold_start",
    "cpu_percent",
    "payload_size_kb",
];
const FIELD_NAMES = [...TOP_FIELDS, ...METRICS_FIELDS.map((name) => `metrics.${name}`)];
/**
 * Counts the JSON types of a log's fields by platform. Reading turns "128" and 128 into the same
 * number, so what the platforms logged differently is lost unless it is counted on the way; typeof
 * and one addition a field cost less than a tenth of reading the line.
 */
export class FieldTypeCounter {
    counts = new Float64Array((PLATFORMS.length + 1) * FIELD_NAMES.length * JSON_TYPES.length);
    /** A record that became a row; `platform` is its code. */
    see(record, platform) {
        let at = platform * FIELD_NAMES.length * JSON_TYPES.length;
        for (const name of TOP_FIELDS) {
            this.add(at, record[name]);
            at += JSON_TYPES.length;
        }
        const metrics = record.metrics;
        if (metrics === null || metrics === undefined)
            return;
        for (const name of METRICS_FIELDS) {
            this.add(at, metrics[name]);
            at += JSON_TYPES.length;
        }
    }
    /** What was seen, by platform and field; fields a platform never had are left out. */
    finish() {
        return [...PLATFORMS, "none"].flatMap((platform, p) => FIELD_NAMES.flatMap((field, f) => {
            const from = (p * FIELD_NAMES.length + f) * JSON_TYPES.length;
            const counts = this.counts.subarray(from, from + JSON_TYPES.length);
            const rows = Object.fromEntries(JSON_TYPES.map((type, t) => [type, counts[t]]));
            return counts.some((n) => n > 0) ? { platform, field, rows } : [];
        }));
    }
    add(at, value) {
        const type = typeof value;
        if (type === "string")
            this.counts[at + 1]++;
        else if (type === "number")
            this.counts[at]++;
        else if (type === "boolean")
            this.counts[at + 2]++;
        else if (value !== undefined && value !== null)
            this.counts[at + 3]++;
    }
}
//# sourceMappingURL=field-types.js.map