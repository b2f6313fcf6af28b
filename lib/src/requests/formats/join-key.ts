/**
 * An id as it is compared: the root of an X-Amzn-Trace-Id header ("Self=...;Root=1-...;..."), or
 * the id itself, in small letters. Null for none ("-", "unknown", nothing).
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html
 */
export function joinKey(id: unknown): string | null {
  if (typeof id !== "string" && typeof id !== "number") return null;
  const text = String(id).trim().toLowerCase();
  const root = /(?:^|;)\s*root=([^;\s]+)/.exec(text);
  const key = root ? root[1] : text;
  return key === "" || key === "-" || key === "unknown" || key === "undefined" ? null : key;
}

/** The keys among some ids, each once. */
export function joinKeys(...ids: unknown[]): string[] {
  return [...new Set(ids.map(joinKey).filter((key) => key !== null))];
}
