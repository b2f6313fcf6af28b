import type { Verdict } from "../campaign/index.js";
import type { CheckResult } from "./check.js";
import type { AuditResult } from "./run-audit.js";
/** A lookup as `study audit --json` shows it. */
export interface LookupJson {
    features: string[];
    accuracy: number;
}
/** The stable shape of `study audit --json`; `lib/schemas/audit.schema.json` describes it. */
export interface AuditJson {
    verdict: Verdict;
    rows: number;
    quarantined: number;
    name: string;
    kind: AuditResult["kind"];
    /** Null where there is no labelled table. */
    attainability: {
        constant: number;
        best1: LookupJson;
        best2: LookupJson;
        best3: LookupJson;
        ceiling: number;
        distinctVectors: number;
    } | null;
    checks: CheckResult[];
}
/**
 * An audit as plain JSON: numbers that are not finite (an interval without a bound, an empty place
 * of a figure) become null.
 */
export declare function auditJson({ verdict, rows, quarantined, name, kind, attainability, checks, }: AuditResult): AuditJson;
