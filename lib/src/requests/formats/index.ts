import { ALB } from "./alb.js";
import { CSV } from "./csv.js";
import type { Head, LogFormat, ReadableFormat } from "./format.js";
import { JMETER } from "./jmeter.js";
import { JSONL } from "./jsonl.js";
import { K6_CSV, K6_JSON } from "./k6.js";
import { LAMBDA_JSON } from "./lambda-json.js";
import { LAMBDA_REPORT } from "./lambda-report.js";
import { LOCUST } from "./locust.js";
import { REFUSED } from "./refused.js";

export * from "./format.js";
export { CSV, JSONL };
export { joinKey, joinKeys } from "./join-key.js";

/**
 * Every format that is known, in the order in which they are tried: what a file is, how it is read
 * and what help and README say of it come from here. A campaign in Arrow columns is no file of
 * records and has a reader of its own (readArrowParts).
 */
export const FORMATS: readonly LogFormat[] = [
  JSONL,
  ...REFUSED,
  K6_JSON,
  K6_CSV,
  JMETER,
  LOCUST,
  LAMBDA_JSON,
  LAMBDA_REPORT,
  ALB,
  CSV,
];

/** Those that records can be read of. */
export const READABLE_FORMATS: readonly ReadableFormat[] = FORMATS.filter(
  (format) => format.side !== "none",
);

/** The format that the first records of a file show; null where none is recognised. */
export function recognise(head: Head): LogFormat | null {
  return FORMATS.find((format) => format.recognises(head)) ?? null;
}
