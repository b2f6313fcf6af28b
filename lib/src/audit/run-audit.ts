import type { Attainability } from "../attainability/index.js";
import type { Verdict } from "../campaign/index.js";
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
import { verdictOf } from "./root-causes.js";
import { SUITE } from "./suite.js";

export interface AuditOptions {
  /** Ids of the checks to run; all unless given. */
  only?: readonly string[];
  skip?: readonly string[];
  /** Thresholds in place of the defaults, by check and name: `{"payload-sizes": {sizes: 5}}`. */
  thresholds?: Readonly<Record<string, Thresholds>>;
  /** Findings that are known and accepted, each with its reason, by the check's id. */
  accepted?: Readonly<Record<string, string>>;
}

export interface AuditResult {
  name: string;
  kind: AuditInput["kind"];
  /** The worst verdict of all checks whose findings were not accepted. */
  verdict: Verdict;
  rows: number;
  quarantined: number;
  /** Whether the requests went to stand-ins on one machine. */
  local: boolean;
  /** The time stamps of the first and last request, ISO 8601 in UTC; null for a table. */
  dates: { from: string; to: string } | null;
  /**
   * Null where there is no labelled table. Computed when first asked for, as the checks' parts are:
   * who runs one check does not wait for it.
   */
  readonly attainability: Attainability | null;
  checks: CheckResult[];
  /** Findings that were accepted, each with its reason, by the check's id. */
  accepted: Readonly<Record<string, string>>;
}

/**
 * Runs the checks of the suite that are asked for. Throws an InputError that names what there is
 * for an unknown check, threshold or value. A table without rows makes every check that looks at
 * rows "not applicable".
 */
export function runAudit(
  input: AuditInput,
  options: AuditOptions = {},
  suite: readonly Check[] = SUITE,
): AuditResult {
  const chosen = choose(suite, options);
  const { accepted = {} } = options;
  const data = new AuditData(input);
  const checks = chosen.map((check) =>
    runCheck(check, data, { ...check.thresholds, ...options.thresholds?.[check.id] }),
  );
  return {
    name: input.name,
    kind: input.kind,
    verdict: verdictOf({ checks, accepted }),
    rows: input.rows,
    quarantined: input.quarantined,
    local: input.requests?.provenance.local === true,
    dates: datesOf(input),
    get attainability() {
      return hasRows(data) && data.has("table") ? data.attainability : null;
    },
    checks,
    accepted,
  };
}

function choose(suite: readonly Check[], options: AuditOptions): Check[] {
  const { only, skip, thresholds = {}, accepted = {} } = options;
  const ids = suite.map(({ id }) => id);
  const named = [thresholds, accepted].flatMap(Object.keys);
  for (const id of [...(only ?? []), ...(skip ?? []), ...named]) {
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
        : check.notNeededForPairs && data.everyRequestPaired && !asksLabelClock(check, data)
          ? notApplicable(`Not needed: paired. ${check.notNeededForPairs}`)
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

/** Whether a check is of the platform's clock, on which the labels stand. */
function asksLabelClock({ needs }: Check, data: AuditData): boolean {
  return (
    needs.includes("execution") && data.has("labels") && data.labels.options.clock === "execution"
  );
}

const WHAT_IS_MISSING: Readonly<Record<Need, string>> = {
  requests: "the logs of requests",
  execution:
    "the platform's clock (metrics.execution_time_ms), which a client alone cannot log: join the " +
    "platform's logs (study join)",
  pairs: "requests that were sent to both platforms in pairs (a duet)",
  fieldTypes: "the JSON types of the logs' fields (requests read from logs)",
  labels: "labelled requests",
  table: "a labelled table (no row could be labelled, or none was given)",
  plan: "a campaign plan",
  predictions: "a model's predictions",
};

function datesOf({ requests }: AuditInput): AuditResult["dates"] {
  let [from, to] = [Infinity, -Infinity];
  for (const ms of requests?.timestampMs ?? []) {
    from = Math.min(from, ms);
    to = Math.max(to, ms);
  }
  const iso = (ms: number): string => new Date(ms).toISOString();
  return from <= to ? { from: iso(from), to: iso(to) } : null;
}

function hasRows({ input }: AuditData): boolean {
  return input.rows > 0;
}
