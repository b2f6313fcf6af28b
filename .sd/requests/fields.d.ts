/** A parsed log line, nothing about it believed yet. */
export type LogRecord = Record<string, unknown>;
/** Why a line cannot become a row. */
export interface Fault {
    field: string | null;
    reason: string;
}
/** What no real log exceeds: a day for a request, a tebibyte of body or memory. */
export declare const MOST_MS = 86400000;
export declare const MOST_KB: number;
export declare const MOST_MB: number;
export declare const MOST_PERCENT = 1000000;
/** AWS allows 5,000 tasks a service (service quotas of ECS). */
export declare const MOST_TASKS = 5000;
export declare const MS_NEEDED = "a time from 0 to 86400000 ms";
export declare const KB_NEEDED = "a size from 0 to 1073741824 KiB";
export declare const MB_NEEDED = "a size from 0 to 1048576 MB";
/**
 * A number from 0 to `most`, NaN where the field is absent or null, -1 for everything else. A
 * string counts as the number it spells in JSON's grammar ("128", as Lambda's memory is logged);
 * "", " " and "12abc" spell none.
 */
export declare function amount(value: unknown, most: number): number;
/**
 * An HTTP status, or 0: a client's "no answer at all" (a time-out, a refused connection). -1 for
 * anything else.
 */
export declare function httpStatus(value: unknown): number;
/** The fault of a field that does not hold what it needs. */
export declare function wrong(field: string, value: unknown, needed: string): Fault;
