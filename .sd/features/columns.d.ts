import type { Requests } from "../requests/index.js";
/**
 * When each column of a campaign is known. `context`: before the request is routed. `outcome`: only
 * after it was answered, or only because it was. `place`: where the row stands in the files. A
 * feature may be made of context alone.
 */
export declare const COLUMN_ROLES: {
    readonly workload: "context";
    readonly timestampMs: "context";
    readonly targetPayloadKb: "context";
    readonly actualPayloadKb: "context";
    readonly timeWindow: "context";
    readonly loadPattern: "context";
    readonly platform: "outcome";
    readonly httpStatus: "outcome";
    readonly responseTimeMs: "outcome";
    readonly executionTimeMs: "outcome";
    readonly memoryUsedMb: "outcome";
    readonly memoryLimitMb: "outcome";
    readonly coldStart: "outcome";
    readonly cpuPercent: "outcome";
    readonly billedDurationMs: "outcome";
    readonly initDurationMs: "outcome";
    readonly runningTasks: "outcome";
    readonly sentFirst: "place";
    readonly pairIdHash: "place";
    readonly requestIdHash: "place";
    readonly fileIndex: "place";
    readonly lineNumber: "place";
};
export type RequestColumn = keyof typeof COLUMN_ROLES & keyof Requests;
/**
 * Why a column of this name can never be a feature, or null if nothing in its name speaks against
 * it.
 */
export declare function forbiddenByName(name: string): string | null;
/**
 * Why a feature made of these columns can never be one, or null if all of them are known before
 * routing.
 */
export declare function forbiddenByProvenance(name: string, inputs: readonly RequestColumn[]): string | null;
