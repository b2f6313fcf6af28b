import { amount, MOST_MB, MOST_MS, wrong, type LogRecord } from "../fields.js";
import { record, type ProviderFormat } from "./format.js";
import { joinKeys } from "./join-key.js";

/**
 * Lambda's system log in its JSON format: one object a line, of which `platform.report` ends an
 * invocation. An export from CloudWatch puts the time before it. What the function itself logs, and
 * the other events, are passed over.
 */
export const LAMBDA_JSON: ProviderFormat = {
  id: "lambda-json",
  title: "AWS Lambda's JSON log (platform.report, or exported from CloudWatch)",
  documentedAt: "https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html",
  side: "provider",
  framing: "text",
  recognises: ({ lines }) => lines.some((line) => /"type"\s*:\s*"platform\.\w+"/.test(line)),
  translate(line) {
    if (!/"platform\.report"/.test(line)) return null;
    let event: LogRecord;
    try {
      event = JSON.parse(line.slice(line.indexOf("{"))) as LogRecord;
    } catch {
      return { fault: { field: null, reason: "the line is not JSON, and names platform.report" } };
    }
    // A function may log those words itself.
    if (event.type !== "platform.report") return null;
    const report = (event.record ?? {}) as LogRecord;
    const told = (report.metrics ?? {}) as LogRecord;
    const metrics: LogRecord = {};
    for (const [name, key, most] of FIELDS) {
      const value = amount(told[key], most);
      if (!(value >= 0))
        return { fault: wrong(`record.metrics.${key}`, told[key], "a number, as a report has it") };
      metrics[name] = value;
    }
    const init = told.initDurationMs ?? told.restoreDurationMs;
    metrics.cold_start = init != null;
    if (init != null) {
      metrics.init_duration_ms = amount(init, MOST_MS);
      if (!((metrics.init_duration_ms as number) >= 0))
        return { fault: wrong("record.metrics.initDurationMs", init, "a number of ms") };
    }
    const { value: trace } = (report.tracing ?? {}) as LogRecord;
    const failed = report.status !== undefined && report.status !== "success";
    return record({
      keys: joinKeys(report.requestId, trace),
      platform: "lambda",
      error: failed ? `Lambda: ${String(report.errorType ?? report.status)}` : null,
      metrics,
    });
  },
};

const FIELDS: readonly [name: string, key: string, most: number][] = [
  ["execution_time_ms", "durationMs", MOST_MS],
  ["billed_duration_ms", "billedDurationMs", MOST_MS],
  ["memory_limit_mb", "memorySizeMB", MOST_MB],
  ["memory_used_mb", "maxMemoryUsedMB", MOST_MB],
];
