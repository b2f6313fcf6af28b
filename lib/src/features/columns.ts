import type { Requests } from "../requests/index.js";

/**
 * When each column of a campaign is known. `context`: before the request is routed. `outcome`: only
 * after it was answered, or only because it was. `place`: where the row stands in the files. A
 * feature may be made of context alone.
 */
export const COLUMN_ROLES = {
  workload: "context",
  timestampMs: "context",
  targetPayloadKb: "context",
  actualPayloadKb: "context",
  timeWindow: "context",
  loadPattern: "context",
  platform: "outcome",
  httpStatus: "outcome",
  responseTimeMs: "outcome",
  executionTimeMs: "outcome",
  memoryUsedMb: "outcome",
  memoryLimitMb: "outcome",
  coldStart: "outcome",
  cpuPercent: "outcome",
  billedDurationMs: "outcome",
  initDurationMs: "outcome",
  runningTasks: "outcome",
  sentFirst: "place",
  pairIdHash: "place",
  requestIdHash: "place",
  fileIndex: "place",
  lineNumber: "place",
} as const;
export type RequestColumn = keyof typeof COLUMN_ROLES & keyof Requests;

/**
 * What a column named like one of these tells is only known after the request was answered,
 * whatever table it stands in.
 */
const FORBIDDEN_NAME = new RegExp(
  [
    "latency|execution_?time|response_?time|duration|elapsed",
    "billed|cost|usd|price|cold_?start|init_?ms|memory_?used|max_?memory|cpu_?percent",
    "http_?status|status_?code|optimal|label|regret",
  ].join("|"),
  "i",
);
/**
 * A platform's own figure is allowed where it is configuration (a memory limit), the platform of
 * the row is not.
 */
const FORBIDDEN_EXACT = /^(platform|is_?lambda|is_?ecs|platform_encoded|routed_to|lambda|ecs)$/i;

/**
 * Why a column of this name can never be a feature, or null if nothing in its name speaks against
 * it.
 */
export function forbiddenByName(name: string): string | null {
  const part = FORBIDDEN_NAME.exec(name)?.[0];
  if (part)
    return `"${name}" is an outcome ("${part}"): it is known only after the request was answered`;
  if (FORBIDDEN_EXACT.test(name)) return `"${name}" tells which platform the row was measured on`;
  return null;
}

/**
 * Why a feature made of these columns can never be one, or null if all of them are known before
 * routing.
 */
export function forbiddenByProvenance(
  name: string,
  inputs: readonly RequestColumn[],
): string | null {
  const bad = inputs.filter((input) => COLUMN_ROLES[input] !== "context");
  return bad.length === 0
    ? null
    : `"${name}" is made from ${bad.map((b) => `${b} (${COLUMN_ROLES[b]})`).join(", ")}: only ` +
        "what is known before routing may enter";
}
