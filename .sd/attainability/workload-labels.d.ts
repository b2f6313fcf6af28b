import { type LabelOptions, type LabelScheme } from "../labels/index.js";
import type { Requests } from "../requests/index.js";
/** A way of labelling, as options of `labelRequests`. */
export type Labelling = Partial<LabelOptions> & {
    scheme: LabelScheme;
};
/**
 * The first attempt's label: Lambda's median against the ECS median of the workload, on time and
 * cost. A row was measured on one platform, and the report on the first attempt gives each row both
 * platforms' figures, so that the other's can only have come from its workload as a whole. Every
 * request of a workload then has the same label, whatever was measured.
 */
export declare const FIRST_LABELLING: Labelling;
/** What one way of labelling leaves for a model to learn. */
export interface WorkloadLabelSummary {
    name: string;
    labelling: Labelling;
    rows: number;
    /** Share of Lambda labels by workload. */
    lambdaShare: Record<string, number>;
    /** Workloads that hold both labels: 0 where the label is a function of the workload. */
    mixedWorkloads: number;
    /**
     * Accuracy of always answering the larger class, of a lookup of the workload, and of a perfect
     * model on the author's features.
     */
    constant: number;
    workloadLookup: number;
    ceiling: number;
}
/**
 * The author's ways of labelling side by side, on any campaign: where the label is a function of
 * the workload, a lookup of the workload is right for 100 % of the rows, and so is any model. Ways
 * that label no request are left out.
 */
export declare function compareWorkloadLabels(requests: Requests): WorkloadLabelSummary[];
