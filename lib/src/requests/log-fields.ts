/** What a field of a log line holds, and so in which units it can be mapped. */
export type FieldKind = "text" | "time" | "status" | "ms" | "kb" | "mb" | "number" | "boolean";

/** A field of a log line that the study reads. */
export interface LogField {
  /** As `--map` and study.yaml name it; in a JSON line it stands in `metrics` where `inMetrics`. */
  name: string;
  inMetrics: boolean;
  kind: FieldKind;
  required: boolean;
  /** What it is, with its values. */
  meaning: string;
}

const field = (name: string, kind: FieldKind, meaning: string): LogField => ({
  ...{ name, kind, meaning },
  inMetrics: false,
  required: false,
});
const required = (name: string, kind: FieldKind, meaning: string): LogField => ({
  ...field(name, kind, meaning),
  required: true,
});
const metric = (name: string, kind: FieldKind, meaning: string): LogField => ({
  ...field(name, kind, meaning),
  inMetrics: true,
});

/** Every field that is read, in the order in which the README shows them. */
export const LOG_FIELDS: readonly LogField[] = [
  required(
    "platform",
    "text",
    "lambda or ecs (aws-lambda, Fargate ... too); unknown: none answered",
  ),
  required("workload_type", "text", "any name; unknown where the client never learnt it"),
  required("timestamp", "time", "when it was sent: ISO 8601 (UTC where no zone), or epoch s or ms"),
  required("http_status", "status", "100 to 599; 0: no answer came"),
  required("response_time_ms", "ms", "the client's clock, from the send to the full answer"),
  field("request_id", "text", "names the request, and joins it with the platform's logs"),
  field("trace_id", "text", "X-Amzn-Trace-Id, or its root: joins, too"),
  field("provider_request_id", "text", "x-amzn-requestid of Lambda's answer: joins, too"),
  field("target_payload_size_kb", "kb", "planned size of the body"),
  field("actual_payload_size_kb", "kb", "size that was sent"),
  field("time_window", "text", "a name that `windows` declares, or any other"),
  field("load_pattern", "text", "a name that `patterns` declares, or any other"),
  field("pair_id", "text", "both halves of a request that was sent to both platforms"),
  field("sent_first", "boolean", "of a half: it left before the other"),
  field("simulated", "boolean", "a simulator wrote the line"),
  metric("execution_time_ms", "ms", "the platform's clock, inside the handler"),
  metric("billed_duration_ms", "ms", "what Lambda bills"),
  metric("init_duration_ms", "ms", "a cold start's initialisation"),
  metric("cold_start", "boolean", "a new Lambda environment was started for it"),
  metric("memory_limit_mb", "mb", "Lambda's memory, as configured"),
  metric("memory_used_mb", "mb", "memory in use"),
  metric("cpu_percent", "number", "of the ECS task"),
  metric("payload_size_kb", "kb", "size as the platform saw it, where nothing else tells it"),
  metric("running_tasks", "number", "ECS tasks of the service that were on"),
];

const BY_NAME = new Map(LOG_FIELDS.map((one) => [one.name, one]));

/** The field of that name, with or without `metrics.` before it; undefined where there is none. */
export function logField(name: string): LogField | undefined {
  const found = BY_NAME.get(name.replace(/^metrics\./, ""));
  return found && (found.inMetrics || !name.startsWith("metrics.")) ? found : undefined;
}
