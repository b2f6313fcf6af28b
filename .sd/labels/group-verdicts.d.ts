import type { Requests } from "../requests/index.js";
/**
 * The share of a workload's requests that `group-percentile` calls Lambda's, compared within two
 * kinds of groups.
 */
export interface GroupVerdicts {
    workload: string;
    byWorkload: number;
    byCell: number;
}
/**
 * One verdict for a whole group, first with the workload as the group, then with the context cell.
 * By workload every share is 0 or 1: the label is a function of the workload, whatever was
 * measured.
 */
export declare function groupVerdicts(requests: Requests): GroupVerdicts[];
