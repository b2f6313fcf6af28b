import { amount, MOST_MB, MOST_MS, wrong, type LogRecord } from "../fields.js";
import { record, type ProviderFormat, type ProviderRecord, type Translated } from "./format.js";
import { joinKeys } from "./join-key.js";

/**
 * The line that Lambda writes at the end of each invocation, wherever it stands in its line: an
 * export to S3 puts the time before it, `aws logs tail` the log stream as well. Everything else
 * that a function writes is passed over.
 */
export const LAMBDA_REPORT: ProviderFormat = {
  id: "lambda-report",
  title: "AWS Lambda's REPORT lines (text, or exported from CloudWatch)",
  documentedAt: "https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html",
  side: "provider",
  framing: "text",
  recognises: ({ lines }) =>
    lines.some((line) => /\b(START|END|REPORT) RequestId: \S+|\bINIT_START Runtime/.test(line)),
  translate(line) {
    const at = line.indexOf("REPORT RequestId:");
    return at < 0 ? null : reportOf(line.slice(at + "REPORT ".length));
  },
  // A traced invocation's report has a second line.
  furtherKeys: (line) => joinKeys(/^(?:\S+\s+)?XRAY TraceId: (\S+)/.exec(line)?.[1]),
};

const FIELDS: readonly [name: string, label: string, unit: string][] = [
  ["execution_time_ms", "Duration", "ms"],
  ["billed_duration_ms", "Billed Duration", "ms"],
  ["memory_limit_mb", "Memory Size", "MB"],
  ["memory_used_mb", "Max Memory Used", "MB"],
];

function reportOf(text: string): Translated<ProviderRecord> {
  const values = new Map<string, string>();
  // Separated by tabs; some copies (a terminal, an editor) hold blanks in their place.
  const parts = /([A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)*): (\S+(?: (?:ms|MB)\b)?)/g;
  for (const [, label, value] of text.matchAll(parts))
    values.set(label.replace(/^XRAY /, ""), value);
  const metrics: LogRecord = {};
  for (const [name, label, unit] of FIELDS) {
    const value = measure(values.get(label), unit);
    if (!(value >= 0))
      return { fault: wrong(label, values.get(label), `a number of ${unit}, as REPORT has it`) };
    metrics[name] = value;
  }
  const init = values.get("Init Duration") ?? values.get("Restore Duration");
  // Only an invocation that waited for its environment has one.
  metrics.cold_start = init !== undefined;
  if (init !== undefined) {
    metrics.init_duration_ms = measure(init, "ms");
    if (!((metrics.init_duration_ms as number) >= 0))
      return { fault: wrong("Init Duration", init, "a number of ms") };
  }
  const keys = joinKeys(values.get("RequestId"), values.get("TraceId"));
  const status = values.get("Status");
  const error = values.get("Error Type") ?? (status === "success" ? undefined : status);
  return record({
    keys,
    platform: "lambda",
    error: error === undefined ? null : `Lambda: ${error}`,
    metrics,
  });
}

/** "47.28 ms" as 47.28; -1 or NaN where it is no such thing. */
function measure(text: string | undefined, unit: string): number {
  if (!text?.endsWith(` ${unit}`)) return -1;
  return amount(text.slice(0, -unit.length - 1), unit === "ms" ? MOST_MS : MOST_MB);
}
