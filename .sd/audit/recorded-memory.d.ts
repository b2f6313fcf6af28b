import type { Requests } from "../requests/index.js";
/** Memory of one workload on one platform: as declared, and as its requests record it. */
export interface RecordedMemory {
    workload: string;
    /** MB. */
    declared: number;
    /** The limits that occur, MB, in words. */
    recorded: string;
    /** Requests that record a limit, and those of them whose limit is another than declared. */
    total: number;
    other: number;
}
/**
 * Memory limits of a platform's requests against the declared ones, by workload; workloads without
 * either are left out.
 */
export declare function recordedMemory(requests: Requests, platform: number, declaredMb: ReadonlyMap<string, number>): RecordedMemory[];
