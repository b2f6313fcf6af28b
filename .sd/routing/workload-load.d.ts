import { type Requests } from "../requests/index.js";
/** What a campaign asked of a workload, and how long its requests took in the handler. */
export interface WorkloadLoad {
    workload: string;
    /** Mean execution times over the answered requests, ms; NaN where a platform answered none. */
    lambdaMs: number;
    ecsMs: number;
    /** Memory of the function, MB: as the log lines record it, else as the author's do. */
    lambdaMemoryMb: number;
    /**
     * Requests an hour to both platforms together in each window and pattern of the campaign, failed
     * ones included.
     */
    rates: {
        run: string;
        requestsPerHour: number;
    }[];
}
/**
 * The load of each workload of a campaign, in the order of the workloads. Hours are those in which
 * anything was sent.
 */
export declare function workloadLoads(requests: Requests): WorkloadLoad[];
/** Mean execution time on ECS by workload, ms. */
export declare function ecsBusyMs(loads: readonly WorkloadLoad[]): Record<string, number>;
