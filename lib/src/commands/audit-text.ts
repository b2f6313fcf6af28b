import type { AuditResult, CheckResult } from "../audit/index.js";
import { formatNumber, VERDICT_SIGNS } from "../display/index.js";

/** Columns of a terminal that a finding is set in. */
const WIDTH = 120;
const INDENT = "          ";
const MOST_OFFENDERS = 5;
/** A share of lines that may hang together with what was measured (failures, one platform). */
const MANY_SPOILT = 0.01;

/**
 * The audit as text: what of the logs could not be read (`spoilt`, in words), floor and ceiling,
 * then each check with its evidence and, where something is
 * to be done, the advice.
 */
export function auditText(
  { name, kind, verdict, rows, quarantined, attainability: bounds, checks }: AuditResult,
  spoilt: readonly string[] = [],
): string {
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
  ];
  if (bounds) {
    const per = (share: number): string => formatNumber(share, "share");
    lines.push(
      ...wrap(
        `always the larger class ${per(bounds.constant)}; best lookup of 1 column ` +
          `${per(bounds.best1.accuracy)} (${bounds.best1.features.join(", ")}), ` +
          `2 ${per(bounds.best2.accuracy)}, 3 ${per(bounds.best3.accuracy)}; best possible ` +
          `${per(bounds.ceiling)} over ${formatNumber(bounds.distinctVectors, "count")} ` +
          "distinct vectors",
      ),
    );
  }
  let group = "";
  for (const check of checks) {
    if (check.group !== group) lines.push("", (group = check.group));
    lines.push(...findingLines(check));
  }
  const of = (wanted: CheckResult["verdict"]): number =>
    checks.filter((check) => check.verdict === wanted).length;
  lines.push(
    "",
    `Verdict: ${VERDICT_SIGNS[verdict]} (of ${checks.length} checks ${of("fail")} fail, ` +
      `${of("warn")} warn, ${of("pass")} pass)`,
  );
  return lines.join("\n");
}

function findingLines({ id, verdict, evidence, offenders, advice }: CheckResult): string[] {
  const lines = wrap(`${id}: ${evidence}`, `  ${VERDICT_SIGNS[verdict].padEnd(7)} `, INDENT);
  for (const { label, count } of offenders.slice(0, MOST_OFFENDERS))
    lines.push(...wrap(`${label}: ${formatNumber(count, "count")}`, `${INDENT}· `, `${INDENT}  `));
  if (offenders.length > MOST_OFFENDERS)
    lines.push(`${INDENT}  and ${offenders.length - MOST_OFFENDERS} more`);
  if (verdict === "fail" || verdict === "warn")
    lines.push(...wrap(advice, `${INDENT}→ `, `${INDENT}  `));
  return lines;
}

/** A number stays with its unit. */
const BREAKS = / (?!%|(?:ms|s|KiB|MB|points)\b)/;

/** Lines of at most WIDTH columns, broken between words; a word longer than a line stays whole. */
function wrap(text: string, first = "", others = first): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(BREAKS)) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = others;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
