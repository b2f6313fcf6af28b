import { describeCeiling } from "../attainability/index.js";
import { rootCauses, type AuditResult, type CheckResult, type FoundCause } from "../audit/index.js";
import { formatNumber, VERDICT_SIGNS } from "../display/index.js";
import { wrap } from "./wrap.js";

const INDENT = "          ";
const MOST_OFFENDERS = 5;
/** A share of lines that may hang together with what was measured (failures, one platform). */
const MANY_SPOILT = 0.01;

/**
 * The audit as text: what of the logs could not be read (`spoilt`, in words), floor and ceiling,
 * the causes of what fails, then each check with its evidence and, where something is to be done,
 * the advice.
 */
export function auditText(audit: AuditResult, spoilt: readonly string[] = []): string {
  const { name, kind, verdict, rows, quarantined, checks, accepted } = audit;
  const many = quarantined > MANY_SPOILT * (rows + quarantined);
  const lines = [
    ...(many
      ? [
          `${formatNumber(quarantined / (rows + quarantined), "share")} of the lines are no ` +
            "requests: what follows is about the others only.",
        ]
      : []),
    `${name} (${kind}): ${formatNumber(rows, "count")} rows, ` +
      `${formatNumber(quarantined, "count")} lines quarantined`,
    ...spoilt,
    ...boundsLines(audit),
    "",
    ...causeLines(rootCauses(audit)),
    "",
    "The checks",
  ];
  let group = "";
  for (const check of checks) {
    if (check.group !== group) lines.push("", (group = check.group));
    lines.push(...findingLines(check, accepted[check.id]));
  }
  const of = (wanted: CheckResult["verdict"]): number =>
    checks.filter((check) => check.verdict === wanted).length;
  const acceptedCount = Object.keys(accepted).length;
  lines.push(
    "",
    `Verdict: ${VERDICT_SIGNS[verdict]} (of ${checks.length} checks ${of("fail")} fail, ` +
      `${of("warn")} warn, ${of("pass")} pass` +
      `${acceptedCount > 0 ? `; ${acceptedCount} accepted` : ""})`,
  );
  return lines.join("\n");
}

function boundsLines({ attainability: bounds }: AuditResult): string[] {
  if (!bounds) return [];
  const per = (share: number): string => formatNumber(share, "share");
  return wrap(
    `always the larger class ${per(bounds.constant)}; best lookup of 1 column ` +
      `${per(bounds.best1.accuracy)} (${bounds.best1.features.join(", ")}), ` +
      `2 ${per(bounds.best2.accuracy)}, 3 ${per(bounds.best3.accuracy)}; best possible ` +
      `${describeCeiling(bounds)} over ${formatNumber(bounds.distinctVectors, "count")} ` +
      "distinct vectors",
  );
}

/** The causes, the worst consequence first, each with the checks that are its evidence. */
function causeLines(causes: readonly FoundCause[]): string[] {
  if (causes.length === 0) return ["No check fails."];
  const fails = causes.reduce((sum, cause) => sum + cause.fails.length, 0);
  const lines = [
    `What is wrong: ${plural(causes.length, "cause")} for ${plural(fails, "failing check")}`,
  ];
  causes.forEach((cause, at) => {
    const accepted = cause.verdict === "fail" ? "" : " (accepted)";
    lines.push("", ...wrap(`${at + 1} ${cause.title}${accepted}`, "  ", "    "));
    const below = (text: string): number => lines.push(...wrap(text, "    ", "    "));
    below(cause.evidence);
    if (cause.spoils) below(`${touched(cause)}Spoils: ${lowerFirst(cause.spoils)}`);
    lines.push(...wrap(cause.remedy, "    → ", "      "));
    if (cause.cost) below(`Costs: ${costText(cause.cost)}.`);
    const warns = cause.warns.length > 0 ? `; with a warning ${cause.warns.join(", ")}` : "";
    below(`Checks: ${cause.fails.join(", ")}${warns}`);
  });
  return lines;
}

function touched({ touches }: FoundCause): string {
  return touches === null ? "" : `${formatNumber(touches.rows, "count")} ${touches.what}. `;
}

/** "19,037 requests and 23.01 USD (the plan "duet" in place of this one)" */
export function costText({ requests, costUsd, what }: NonNullable<FoundCause["cost"]>): string {
  if (requests === 0) return `no new request (${what})`;
  const usd = costUsd === null ? "" : ` and ${formatNumber(costUsd, "usd")}`;
  return `${formatNumber(requests, "count")} requests${usd} (${what})`;
}

function findingLines(
  { id, verdict, evidence, offenders, advice }: CheckResult,
  accepted: string | undefined,
): string[] {
  const lines = wrap(`${id}: ${evidence}`, `  ${VERDICT_SIGNS[verdict].padEnd(7)} `, INDENT);
  if (accepted !== undefined) lines.push(...wrap(`accepted: ${accepted}`, INDENT, INDENT));
  for (const { label, count } of offenders.slice(0, MOST_OFFENDERS))
    lines.push(...wrap(`${label}: ${formatNumber(count, "count")}`, `${INDENT}· `, `${INDENT}  `));
  if (offenders.length > MOST_OFFENDERS)
    lines.push(`${INDENT}  and ${offenders.length - MOST_OFFENDERS} more`);
  if (verdict === "fail" || verdict === "warn")
    lines.push(...wrap(advice, `${INDENT}→ `, `${INDENT}  `));
  return lines;
}

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
const lowerFirst = (text: string): string => text[0].toLowerCase() + text.slice(1);
