import { type Requests } from "../requests/index.js";
/** One workload of a campaign in a line. */
export interface WorkloadDescription {
    workload: string;
    /** Answered requests by platform, and requests that failed. */
    lambdaRows: number;
    ecsRows: number;
    failed: number;
    payloadSizes: number;
    /** Medians of the execution time; NaN where a platform answered nothing. */
    lambdaMedianMs: number;
    ecsMedianMs: number;
    /**
     * Share of Lambda labels by the usual scheme (`usualScheme`); NaN where nothing could
     * be labelled.
     */
    lambdaShare: number;
}
/** What a campaign holds of each workload. */
export declare function describeWorkloads(requests: Requests): WorkloadDescription[];
