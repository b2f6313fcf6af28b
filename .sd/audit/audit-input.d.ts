import type { CampaignPlan } from "../campaign/index.js";
import type { FeatureSet, LabelledTable } from "../features/index.js";
import { type LabelOptions, type Labels, type LabelScheme } from "../labels/index.js";
import type { FieldTypes, Requests } from "../requests/index.js";
/** What a trained model said of rows it was not trained on. */
export interface ModelPredictions {
    name: string;
    /** Rows of the labelled table that were predicted. */
    rows: Uint32Array;
    /** P(label = 1) for each of them. */
    probability: Float64Array;
    /**
     * Accuracies under other ways of splitting, by what was kept together: "rows", "context cell",
     * "window", "payload size" ...
     */
    splits?: {
        keptTogether: string;
        trainAccuracy: number;
        testAccuracy: number;
        testRows: number;
    }[];
}
/** Everything an audit may look at. What is null makes the checks that need it "not applicable". */
export interface AuditInput {
    /** Shown wherever the audit's numbers are. */
    name: string;
    kind: "measured" | "simulated" | "table";
    rows: number;
    quarantined: number;
    requests: Requests | null;
    /** JSON types of the logs' fields, where the requests were read from logs. */
    fieldTypes: FieldTypes[] | null;
    labels: Labels | null;
    /** Features with their label; for requests, those that could be labelled. */
    table: LabelledTable | null;
    /** For a table of requests: which request each of its rows is. */
    requestRow: Uint32Array | null;
    plan: CampaignPlan | null;
    predictions: ModelPredictions[] | null;
}
export interface RequestsAuditOptions {
    /** The labelling that is audited: the author's unless given. */
    labelling?: Partial<LabelOptions> & {
        scheme: LabelScheme;
    };
    /** Features a model would be given: the author's 15 unless given. */
    featureSets?: readonly FeatureSet[];
    plan?: CampaignPlan;
    quarantined?: number;
    /** JSON types of the logs' fields, as `readRequests` gives them. */
    fieldTypes?: FieldTypes[];
    predictions?: ModelPredictions[];
}
/**
 * The input of an audit of a campaign's requests. Where nothing can be labelled the table stays
 * null.
 */
export declare function auditRequests(requests: Requests, options?: RequestsAuditOptions): AuditInput;
/** The input of an audit of any labelled table: the checks that need only a table run on it. */
export declare function auditTable(table: LabelledTable, options: {
    name: string;
    predictions?: ModelPredictions[];
}): AuditInput;
