import { type FeatureSet, type LabelledTable } from "../features/index.js";
import { type LabelOptions, type Labels, type LabelScheme } from "../labels/index.js";
import type { Requests } from "../requests/index.js";
/** A labelled table of requests that remembers which request each of its rows is. */
export interface LabelledRequests extends LabelledTable {
    /** Row in the requests of each row of the table. */
    requestRow: Uint32Array;
}
/** The requests that have a label, with their features: what models are trained on. */
export declare function labelledRequests(requests: Requests, labels: Labels, sets?: readonly FeatureSet[]): LabelledRequests;
/**
 * Share of the rows whose feature vector is seen with both labels: for these rows no model can
 * always be right.
 */
export declare function ambiguousShare({ features, label }: LabelledTable): number;
/**
 * One labelling scheme beside the others: what it makes of each workload, and what could be learned
 * from it.
 */
export interface SchemeSummary {
    scheme: LabelScheme;
    rows: number;
    /** Share of Lambda labels by workload. */
    lambdaShare: Record<string, number>;
    /** Accuracy of the best one-column lookup, and of a perfect model, on the author's features. */
    floor: number;
    ceiling: number;
    /** Share of rows whose feature vector carries both labels. */
    ambiguous: number;
}
/** All schemes that can label these requests, with the options given in place of the author's. */
export declare function compareSchemes(requests: Requests, options?: Partial<LabelOptions>): SchemeSummary[];
