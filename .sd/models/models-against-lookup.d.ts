import { type Labelling } from "../attainability/index.js";
import { type Requests } from "../requests/index.js";
/** One of the four models beside a lookup of the workload. */
export interface AgainstLookup {
    model: string;
    trainAccuracy: number;
    testAccuracy: number;
    testRows: number;
    /** Test rows on which the model's answer is another than the lookup's. */
    otherAnswers: number;
}
/**
 * Trains a lookup of the workload and the four models on the author's features and split, under one
 * way of labelling: where the label is a function of the workload, all of them are the same rule.
 * Empty where the labels are all alike. 212,033 requests take some 5 s.
 */
export declare function modelsAgainstLookup(requests: Requests, labelling: Labelling, { seed, onProgress }: {
    seed: number;
    onProgress?: (shareDone: number, title: string) => void;
}): Promise<AgainstLookup[]>;
