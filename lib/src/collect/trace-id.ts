import { createHash } from "node:crypto";

/**
 * The root of an X-Amzn-Trace-Id header for a request: version 1, the second it was sent in as 8
 * hexadecimal digits, and 24 digits of its own. Load balancer and Lambda log it, and so join their
 * logs with ours. The digits come from the request's id, so that a row can be traced without a
 * table, and two requests have the same with a chance of about n^2 / 2^97.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html
 */
export function traceRoot(requestId: string, sentMs: number): string {
  const seconds = Math.floor(sentMs / 1000)
    .toString(16)
    .padStart(8, "0");
  const digits = createHash("sha256").update(`${requestId} ${sentMs}`).digest("hex").slice(0, 24);
  return `1-${seconds}-${digits}`;
}

/** Headers of a request that carries its id and can be traced, added to those it has. */
export function tracedHeaders(
  given: Readonly<Record<string, string>> | undefined,
  requestId: string,
  traceId: string,
): Record<string, string> {
  return {
    ...given,
    "content-type": "application/json",
    "x-request-id": requestId,
    "x-amzn-trace-id": `Root=${traceId}`,
  };
}
