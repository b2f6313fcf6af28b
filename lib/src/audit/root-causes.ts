import { worstVerdict, type Verdict } from "../campaign/index.js";
import type { AuditView, Cause, CauseCost, TouchedRows } from "./cause.js";
import { CAUSES } from "./causes.js";
import type { CheckResult } from "./check.js";

/** A cause that an audit shows, with the checks that are its evidence. */
export interface FoundCause {
  /** Of the list of causes; of a failing check that none of them explains, the check's own. */
  id: string;
  title: string;
  /** "fail" where one of its checks fails that nobody accepted. */
  verdict: Verdict;
  /** The evidence of the check that shows it best. */
  evidence: string;
  touches: TouchedRows | null;
  /** Null where only the check's own words are known. */
  spoils: string | null;
  remedy: string;
  cost: CauseCost | null;
  /** Ids of the failing checks below it, the leading one first, then of those with a warning. */
  fails: string[];
  warns: string[];
}

/** The checks of an audit with the reasons for which findings were accepted, by id. */
export interface CheckedRows {
  rows: number;
  checks: readonly CheckResult[];
  accepted?: Readonly<Record<string, string>>;
}

/**
 * Folds failing checks under their causes, the worst consequence first. A failing check that no
 * cause explains is a cause of its own; warnings that none explains are left where they stand,
 * among the checks. Each failing check is in exactly one cause.
 */
export function rootCauses(
  { rows, checks, accepted = {} }: CheckedRows,
  causes: readonly Cause[] = CAUSES,
): FoundCause[] {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const free = new Map(checks.filter(isFinding).map((check) => [check.id, check]));
  const view: AuditView = {
    rows,
    check: (id) => byId.get(id),
    fails: (...ids) => ids.some((id) => free.get(id)?.verdict === "fail"),
  };
  const found: FoundCause[] = [];
  for (const cause of causes) {
    if (!cause.applies(view)) continue;
    const taken = cause.explains
      .map((entry) => (typeof entry === "string" ? free.get(entry) : conditional(free, entry)))
      .filter((check) => check !== undefined);
    if (!taken.some(({ verdict }) => verdict === "fail")) continue;
    const touches = cause.touches(view);
    for (const { id } of taken) free.delete(id);
    found.push({
      id: cause.id,
      title: cause.title,
      ...evidenceOf(taken, accepted),
      touches,
      spoils: cause.spoils,
      remedy: cause.remedy,
      cost: cause.cost(view),
    });
  }
  const alone = [...free.values()].filter(({ verdict }) => verdict === "fail");
  return [...found, ...alone.map((check) => aloneCause(check, accepted))].sort(
    (a, b) => Number(b.verdict === "fail") - Number(a.verdict === "fail"),
  );
}

/** The verdict of an audit: the worst of the checks that nobody accepted. */
export function verdictOf({ checks, accepted = {} }: Omit<CheckedRows, "rows">): Verdict {
  return worstVerdict(
    checks.map(({ id, verdict }) => (Object.hasOwn(accepted, id) ? "pass" : verdict)),
  );
}

const isFinding = ({ verdict }: CheckResult): boolean => verdict === "fail" || verdict === "warn";

function conditional(
  free: ReadonlyMap<string, CheckResult>,
  [id, when]: readonly [string, (check: CheckResult) => boolean],
): CheckResult | undefined {
  const check = free.get(id);
  return check && when(check) ? check : undefined;
}

function evidenceOf(
  checks: readonly CheckResult[],
  accepted: Readonly<Record<string, string>>,
): Pick<FoundCause, "verdict" | "evidence" | "fails" | "warns"> {
  const of = (wanted: Verdict): CheckResult[] => checks.filter(({ verdict }) => verdict === wanted);
  return {
    verdict: verdictOf({ checks, accepted }),
    evidence: of("fail")[0].evidence,
    fails: of("fail").map(({ id }) => id),
    warns: of("warn").map(({ id }) => id),
  };
}

function aloneCause(check: CheckResult, accepted: Readonly<Record<string, string>>): FoundCause {
  return {
    id: check.id,
    title: check.question,
    ...evidenceOf([check], accepted),
    touches: null,
    spoils: null,
    remedy: check.advice,
    cost: null,
  };
}
