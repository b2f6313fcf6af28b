import type { AuditResult } from "../audit/index.js";
/**
 * The audit as text: floor and ceiling, then each check with its evidence and, where something is
 * to be done, the advice.
 */
export declare function auditText({ name, kind, verdict, rows, quarantined, attainability: bounds, checks, }: AuditResult): string;
