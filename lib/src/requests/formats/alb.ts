import { wrong, type LogRecord } from "../fields.js";
import { record, type ProviderFormat } from "./format.js";
import { joinKeys } from "./join-key.js";

/**
 * Access logs of an Application Load Balancer: fields by position, separated by blanks, texts in
 * quotes; AWS appends fields, so what follows the known ones is passed over. Times are seconds, -1
 * where there was none. `target_processing_time`, from the request sent on to the first byte of the
 * answer, is the clock on the side of ECS. A target that is a Lambda function has no address ("-").
 */
export const ALB: ProviderFormat = {
  id: "alb",
  title: "access logs of an Application Load Balancer",
  documentedAt:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/" +
    "load-balancer-access-logs.html",
  side: "provider",
  framing: "text",
  recognises: ({ lines }) => lines.length > 0 && ENTRY.test(lines[0]),
  translate(line) {
    if (line.startsWith("Enable AccessLog")) return null;
    const fields = line.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
    const at = (position: number): string | undefined =>
      fields[position]?.replace(/^"([\s\S]*)"$/, "$1");
    if (!ENTRY.test(line) || fields.length <= TRACE_ID)
      return {
        fault: {
          field: null,
          reason: `the line has ${fields.length} fields: an access log has ${TRACE_ID + 1} or more`,
        },
      };
    const seconds = Number(at(TARGET_PROCESSING_TIME));
    if (!(seconds === -1 || seconds >= 0))
      return {
        fault: wrong(
          "target_processing_time",
          at(TARGET_PROCESSING_TIME),
          "a number of seconds, or -1",
        ),
      };
    const target = at(TARGET);
    const status = at(ELB_STATUS);
    const toLambda = target === "-" && seconds >= 0;
    const metrics: LogRecord =
      seconds >= 0 && !toLambda ? { execution_time_ms: milliseconds(seconds) } : {};
    const failed = /^5/.test(status ?? "");
    return record({
      keys: joinKeys(at(TRACE_ID)),
      platform: target === "-" ? (toLambda ? "lambda" : null) : "ecs",
      error: failed ? `the load balancer answered ${status}` : null,
      metrics,
    });
  },
};

const ENTRY = /^(?:https?|h2|grpcs|wss?) \d{4}-\d\d-\d\dT[\d:.]+Z \S+ \S+ \S+ -?[\d.]+ -?[\d.]+ /;
const TARGET = 4;
const TARGET_PROCESSING_TIME = 6;
const ELB_STATUS = 8;
const TRACE_ID = 17;

/** Logged to the millisecond, which a product of doubles would blur. */
function milliseconds(seconds: number): number {
  return Math.round(seconds * 1e6) / 1000;
}
