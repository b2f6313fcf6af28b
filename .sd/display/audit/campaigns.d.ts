import type { AuditResult, CheckResult } from "../../audit/index.js";
import type { RequestLog } from "../../requests/index.js";
/** A campaign as it was read. */
export interface ReadCampaign {
    title: string;
    log: RequestLog;
}
/** A campaign's audit. */
export interface AuditedCampaign {
    title: string;
    audit: AuditResult;
}
/**
 * Lines, rows and quarantined lines of campaigns, and the lines that could not be read with the
 * reason.
 */
export declare function showReading(campaigns: readonly ReadCampaign[]): void;
/** Requests, execution times and labels by workload, and the label's share as bars. */
export declare function showWorkloads(campaigns: readonly ReadCampaign[]): Promise<void>;
/** What chosen checks say of each campaign; `suspicions` names a check by what it is about. */
export declare function showSuspicions(results: readonly AuditedCampaign[], suspicions: Readonly<Record<string, string>>): void;
/** Checks that failed. */
export declare function failing({ audit }: AuditedCampaign): CheckResult[];
