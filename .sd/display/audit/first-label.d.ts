import type { WorkloadLabelSummary } from "../../attainability/index.js";
import type { AgainstLookup } from "../../models/index.js";
/**
 * Ways of labelling side by side, by campaign; and what a lookup of the workload is right for when
 * requests are labelled one by one.
 */
export declare function showWorkloadLabels(campaigns: readonly {
    title: string;
    labellings: readonly WorkloadLabelSummary[];
}[]): void;
/**
 * Four models beside a lookup of the workload (the first row), and how far they are the same rule.
 */
export declare function showAgainstLookup(against: readonly AgainstLookup[], campaign: string): void;
