import type { GateResult } from "../campaign/index.js";
import { type FeatureSet } from "../features/index.js";
import type { Labels } from "../labels/index.js";
import { type Requests } from "../requests/index.js";
/** What training on a campaign gives, and what no model is needed for. */
export interface TrainedCampaign {
    gates: GateResult[];
    /** Title of the best model by validation accuracy, and its accuracy on the test rows. */
    model: string;
    accuracy: number;
    /** Accuracy on the training rows minus that. */
    gap: number;
    /** Accuracy on the test rows of lookups of the training rows, on what is planned (no state). */
    lookups: {
        oneColumn: number;
        twoColumns: number;
        staticColumns: number;
    };
    /** Share of the importance and drop in accuracy by input of the model. */
    inputs: {
        input: string;
        drop: number;
        share: number;
    }[];
}
export interface TrainedOptions {
    seed: number | string;
    features?: readonly FeatureSet[];
    /** Leaves out all but gradient boosting and the cells it has not seen: a search's first look. */
    quick?: boolean;
}
/**
 * Trains on a labelled campaign and judges the gates of training, importance and deployment. Null
 * where the labels are all alike.
 */
export declare function judgeTraining(requests: Requests, labels: Labels, options: TrainedOptions): Promise<TrainedCampaign | null>;
