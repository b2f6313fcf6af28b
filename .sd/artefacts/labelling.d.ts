import type { LabelledRequests } from "../attainability/index.js";
import { type FailureEffect, type LabelOptions, type Labels } from "../labels/index.js";
import { type Requests } from "../requests/index.js";
import type { Study } from "./study.js";
/** What `labelling.json` says of a labelling: enough to make it again. */
export interface LabellingManifest {
    campaign: string;
    simulated: boolean;
    /**
     * The scheme with every option it has: clock, margins, cost model, prices, treatment of failures,
     * groups, quantiles.
     */
    options: LabelOptions;
    /** Requests, those with a label, and why the others have none. */
    requests: number;
    labelled: number;
    unlabelled: Record<string, number>;
    /**
     * How failed requests are treated, and what dropping them (or letting them take part) would
     * change.
     */
    failures: FailureEffect;
    /** What the column row.probability holds. */
    probability: {
        of: string;
        groupBy: readonly string[];
    };
    features: string[];
    /** The files beside it, by what they are. */
    files: {
        table: string;
        csv: string;
    };
}
/**
 * A labelling as it is written: a table for the later notebooks, one in the author's layout for his
 * scripts, and the manifest.
 */
export interface LabellingFiles {
    table: LabelledRequests;
    /**
     * Arrow IPC: the features, `label`, and row.request, row.cell (context cell), row.probability.
     */
    arrow: Uint8Array;
    csv: string;
    manifest: LabellingManifest;
}
/**
 * Makes the files of a labelling from its table (`labelledRequests`): the very features and rows
 * that the gates were computed on. The same table gives the same bytes. Throws RangeError where the
 * table was made from other labels.
 */
export declare function labellingFiles(requests: Requests, labels: Labels, table: LabelledRequests): LabellingFiles;
/** The files by name, as they are written beside each other. */
export declare function labellingContents({ arrow, csv, manifest, }: LabellingFiles): Record<string, Uint8Array | string>;
/**
 * Saves a labelling for the later notebooks, and for the author's scripts: notebooks 04, 05 and 06
 * read the features of `table`, and no other.
 */
export declare function saveLabels(study: Study, requests: Requests, labels: Labels, table: LabelledRequests): LabellingFiles;
