import type { Attainability } from "../attainability/index.js";
import { worstVerdict, type Verdict } from "../campaign/index.js";
import { InputError } from "../statistics/index.js";
import { AuditData } from "./audit-data.js";
import type { AuditInput } from "./audit-input.js";
import {
  notApplicable,
  type Check,
  type CheckResult,
  type Finding,
  type Need,
  type Thresholds,
} from "./check.js";
import { SUITE } from "./suite.js";

export interface AuditOptions {
  /** Ids of the checks to run; all unless given. */
  only?: readonly string[];
  skip?: readonly string[];
  /** Thresholds in place of the defaults, by check and name: `{"payload-sizes": {sizes: 5}}`. */
  thresholds?: Readonly<Record<string, Thresholds>>;
}

export interface AuditResult {
  name: string;
  kind: AuditInput["kind"];
  /** The worst verdict of all checks. */
  verdict: Verdict;
  rows: number;
  quarantined: number;
  /** Null where there is no labelled table. */
  attainability: Attainability | null;
  checks: CheckResult[];
}

/**
 * Runs the checks of the suite that are asked for. Throws an InputError that names what there is
 * for an unknown check, threshold or value. A table without rows makes every check that looks at rows
 * "not applicable".
 */
export function runAudit(
  input: AuditInput,
  options: AuditOptions = {},
  suite: readonly Check[] = SUITE,
): AuditResult {
  const chosen = choose(suite, options);
  const data = new AuditData(input);
  const checks = chosen.map((check) =>
    runCheck(check, data, { ...check.thresholds, ...options.thresholds?.[check.id] }),
  );
  return {
    name: input.name,
    kind: input.kind,
    verdict: worstVerdict(checks.map(({ verdict }) => verdict)),
    rows: input.rows,
    quarantined: input.quarantined,
    attainability: hasRows(data) && data.has("table") ? data.attainability : null,
    checks,
  };
}

function choose(suite: readonly Check[], { only, skip, thresholds = {} }: AuditOptions): Check[] {
  const ids = suite.map(({ id }) => id);
  for (const id of [...(only ?? []), ...(skip ?? []), ...Object.keys(thresholds)]) {
    if (!ids.includes(id))
      throw new InputError(`no check is called "${id}"; there are ${ids.join(", ")}`);
  }
  for (const [id, values] of Object.entries(thresholds)) {
    const known = suite.find((check) => check.id === id)!.thresholds;
    for (const [name, value] of Object.entries(values)) {
      if (!Object.hasOwn(known, name))
        throw new InputError(
          `the check ${id} has no threshold "${name}"; it has ` +
            `${Object.keys(known).join(", ") || "none"}`,
        );
      if (typeof value !== "number" || Number.isNaN(value))
        throw new InputError(`the threshold ${id}.${name} must be a number, not ${String(value)}`);
    }
  }
  return suite.filter(({ id }) => (only === undefined || only.includes(id)) && !skip?.includes(id));
}

function runCheck(check: Check, data: AuditData, thresholds: Thresholds): CheckResult {
  const missing = check.needs.filter((need) => !data.has(need));
  const finding: Finding =
    missing.length > 0
      ? notApplicable(
          `This check needs ${missing.map((need) => WHAT_IS_MISSING[need]).join(" and ")}.`,
        )
      : !hasRows(data)
        ? notApplicable("There are no rows to look at.")
        : check.run(data, thresholds);
  return {
    id: check.id,
    group: check.group,
    question: check.question,
    verdict: finding.verdict,
    value: finding.value !== null && Number.isFinite(finding.value) ? finding.value : null,
    interval: finding.interval ?? null,
    threshold: check.condition(thresholds),
    evidence: finding.evidence,
    advice: finding.advice,
    offenders: finding.offenders ?? [],
    table: finding.table ?? null,
    figure: finding.figure ?? null,
  };
}

const WHAT_IS_MISSING: Readonly<Record<Need, string>> = {
  requests: "the logs of requests",
  fieldTypes: "the JSON types of the logs' fields (requests read from logs)",
  labels: "labelled requests",
  table: "a labelled table (no row could be labelled, or none was given)",
  plan: "a campaign plan",
  predictions: "a model's predictions",
};

function hasRows({ input }: AuditData): boolean {
  return input.rows > 0;
}
