import type { Attainability } from "../attainability/index.js";
import { type Verdict } from "../campaign/index.js";
import type { AuditInput } from "./audit-input.js";
import { type Check, type CheckResult, type Thresholds } from "./check.js";
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
 * Runs the checks of the suite that are asked for. Throws a RangeError that names what there is for
 * an unknown check, threshold or value. A table without rows makes every check that looks at rows
 * "not applicable".
 */
export declare function runAudit(input: AuditInput, options?: AuditOptions, suite?: readonly Check[]): AuditResult;
