import type { Requests } from "../requests/index.js";
import { type LabelOptions, type Labels, type LabelScheme } from "./labels.js";
/**
 * Labels every request that can be compared, by the scheme and options given (the author's choices
 * where left out).
 */
export declare function labelRequests(requests: Requests, given: Partial<LabelOptions> & {
    scheme: LabelScheme;
}): Labels;
/** The rows that have a label, in order. */
export declare function labelledRows(labels: Labels): Uint32Array;
/** Counts of one workload, under the names of the stable JSON shape of `study label`. */
export interface WorkloadLabelCounts {
    rows: number;
    latency_optimal: number;
    cost_optimal: number;
    balanced_optimal: number;
}
/**
 * Labelled rows and positive labels per workload, in the order of `requests.workloadNames`;
 * workloads without rows are left out.
 */
export declare function countLabelsByWorkload(requests: Requests, labels: Labels): Record<string, WorkloadLabelCounts>;
