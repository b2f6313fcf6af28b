import { type Requests } from "../requests/index.js";
import { type FailureTreatment, type LabelOptions, type LabelScheme } from "./labels.js";
/** What hangs on whether failed requests take part in a labelling. */
export interface FailureEffect {
    scheme: LabelScheme;
    /** What the scheme does with them, unless told otherwise. */
    treatment: FailureTreatment;
    treatmentInWords: string;
    /**
     * Failed requests; of those, the ones whose log does not say which platform failed, which no
     * scheme can judge.
     */
    failed: number;
    withoutPlatform: number;
    /**
     * Requests that are labelled either way, and how many of those labels differ between the two
     * treatments.
     */
    compared: number;
    changed: number;
    /** changed / compared; NaN where nothing is labelled. */
    changedShare: number;
    /** Failed requests that have a label of their own only if failures take part. */
    labelledOnlyIfTheyTakePart: number;
}
/**
 * Labels a campaign with failed requests taking part and with them dropped, as the author did, and
 * counts what changes.
 */
export declare function failureEffect(requests: Requests, given: Partial<LabelOptions> & {
    scheme: LabelScheme;
}): FailureEffect;
/** How a treatment is stated beside a labelling. */
export declare const FAILURES_IN_WORDS: Readonly<Record<FailureTreatment, string>>;
