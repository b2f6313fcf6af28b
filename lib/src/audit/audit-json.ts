import type { Attainability, Lookup } from "../attainability/index.js";
import type { Verdict } from "../campaign/index.js";
import type { CheckResult } from "./check.js";
import { rootCauses, type FoundCause } from "./root-causes.js";
import type { AuditResult } from "./run-audit.js";

/** A lookup as `study audit --json` shows it. */
export interface LookupJson {
  features: string[];
  accuracy: number;
}

/**
 * The stable shape of `study audit --json`, which adds the reasons of quarantined lines;
 * `lib/schemas/audit.schema.json` describes both.
 */
export interface AuditJson {
  verdict: Verdict;
  rows: number;
  quarantined: number;
  name: string;
  kind: AuditResult["kind"];
  local: boolean;
  dates: AuditResult["dates"];
  /** Null where there is no labelled table. */
  attainability: {
    constant: number;
    best1: LookupJson;
    best2: LookupJson;
    best3: LookupJson;
    ceiling: number;
    /** Null where the ceiling is counted; else `ceiling` is the low end of these. */
    ceilingBounds: Attainability["ceilingBounds"];
    distinctVectors: number;
  } | null;
  /** Why checks fail, the worst consequence first; each failing check is in one of them. */
  causes: FoundCause[];
  checks: CheckResult[];
  /** Reasons of the findings that were accepted, by the check's id. */
  accepted: Readonly<Record<string, string>>;
}

/**
 * An audit as plain JSON: numbers that are not finite (an interval without a bound, an empty place
 * of a figure) become null.
 */
export function auditJson(audit: AuditResult): AuditJson {
  const { attainability, checks, accepted, ...head } = audit;
  const lookup = ({ features, accuracy }: Lookup): LookupJson => ({ features, accuracy });
  const floor = attainability && {
    constant: attainability.constant,
    best1: lookup(attainability.best1),
    best2: lookup(attainability.best2),
    best3: lookup(attainability.best3),
    ceiling: attainability.ceiling,
    ceilingBounds: attainability.ceilingBounds,
    distinctVectors: attainability.distinctVectors,
  };
  const causes = rootCauses(audit);
  const plain = { ...head, attainability: floor, causes, checks, accepted };
  return JSON.parse(JSON.stringify(plain)) as AuditJson;
}
