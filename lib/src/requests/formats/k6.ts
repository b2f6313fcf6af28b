import type { LogRecord } from "../fields.js";
import { wrong } from "../fields.js";
import { parseTime } from "../timestamp.js";
import { record, type ClientFormat, type Translated } from "./format.js";
import { platformOfAddress, workloadOfName } from "./url-words.js";

/**
 * k6 writes a point for each metric of each request. The one that is a request here is
 * `http_req_duration`: sending, waiting and receiving, ms, without connecting. Its time is that of
 * the request's end (Trail.SaveSamples in lib/netext/httpext/tracer.go), so that it was sent its
 * duration before. Tags of one's own tell what k6 cannot know: workload, platform, trace_id,
 * payload_kb, time_window, load_pattern.
 */
const METRIC = "http_req_duration";

export const K6_JSON: ClientFormat = {
  id: "k6-json",
  title: "k6's points (--out json=FILE)",
  documentedAt: "https://grafana.com/docs/k6/latest/results-output/real-time/json/",
  side: "client",
  framing: "json",
  recognises: ({ objects }) =>
    objects.some(
      ({ type, metric }) => (type === "Metric" || type === "Point") && typeof metric === "string",
    ),
  columns: (raw) => ({ ...tagsOf(raw), ...(raw.data as LogRecord | undefined) }),
  translate(raw) {
    if (typeof raw.metric !== "string" || (raw.type !== "Metric" && raw.type !== "Point"))
      return { fault: wrong("type", raw.type, "Metric or Point, with the name of a metric") };
    if (raw.type === "Metric" || raw.metric !== METRIC) return null;
    const data = (raw.data ?? {}) as LogRecord;
    if (typeof data !== "object") return { fault: wrong("data", data, "an object") };
    return requestOf(data.time, data.value, tagsOf(raw));
  },
};

/**
 * The columns are those of the system tags that are switched on; all other tags stand in
 * `extra_tags` as `name=value&name=value`, not escaped. Unix seconds unless K6_CSV_TIME_FORMAT says
 * otherwise: a request is then known to have been sent within a second after the time here.
 */
export const K6_CSV: ClientFormat = {
  id: "k6-csv",
  title: "k6's points (--out csv=FILE)",
  documentedAt: "https://grafana.com/docs/k6/latest/results-output/real-time/csv/",
  side: "client",
  framing: "csv",
  recognises: ({ header }) =>
    ["metric_name", "timestamp", "metric_value"].every((name) => header.includes(name)),
  columns: (raw) => ({ ...raw, ...extraTags(raw) }),
  translate(raw) {
    if (raw.metric_name !== METRIC) return null;
    return requestOf(raw.timestamp, raw.metric_value, { ...raw, ...extraTags(raw) });
  },
};

function tagsOf(raw: LogRecord): LogRecord {
  const tags = (raw.data as LogRecord | undefined)?.tags;
  return typeof tags === "object" && tags !== null ? (tags as LogRecord) : {};
}

function extraTags({ extra_tags: own, metadata }: LogRecord): LogRecord {
  const tags: LogRecord = {};
  for (const text of [own, metadata]) {
    if (typeof text !== "string" || text === "") continue;
    for (const part of text.split("&")) {
      const at = part.indexOf("=");
      if (at > 0) tags[part.slice(0, at)] = part.slice(at + 1);
    }
  }
  return tags;
}

function requestOf(time: unknown, duration: unknown, tags: LogRecord): Translated<LogRecord> {
  const endMs = parseTime(time);
  if (Number.isNaN(endMs)) return { fault: wrong("time", time, "a date and time") };
  const ms = Number(duration);
  if (!(ms >= 0) || duration === "" || duration === null)
    return { fault: wrong("value", duration, "a duration in ms") };
  const tag = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = tags[name];
      if (value !== undefined && value !== null && value !== "") return String(value);
    }
    return undefined;
  };
  return record({
    request_id: tag("request_id"),
    trace_id: tag("trace_id", "x_amzn_trace_id", "x-amzn-trace-id"),
    provider_request_id: tag("provider_request_id", "x_amzn_requestid", "lambda_request_id"),
    platform: tag("platform") ?? platformOfAddress(tag("url", "name")),
    workload_type: tag("workload_type", "workload") ?? workloadOfName(tag("name", "url")),
    timestamp: endMs - ms,
    http_status: tag("status") ?? 0,
    response_time_ms: ms,
    target_payload_size_kb: tag("target_payload_size_kb", "payload_kb", "payload_size_kb"),
    time_window: tag("time_window"),
    load_pattern: tag("load_pattern"),
    metrics: {},
  });
}
