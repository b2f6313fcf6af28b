import type { FeatureTable } from "../features/index.js";
import type { Classifier } from "../models/index.js";
import { type OutputScale } from "./model-output.js";
/** How a model's output changes along one feature. */
export interface AccumulatedLocalEffects {
    feature: string;
    /** Values at which the effect is given, ascending; between two neighbours lies one bin. */
    at: Float64Array;
    /** Accumulated effect there, centred so that its mean over the rows is 0. */
    effect: Float64Array;
    /** Rows in each bin; one entry fewer than `at`. */
    rowsOfBin: Float64Array;
    /** Rows without a value, which are left out. */
    missing: number;
}
/**
 * First-order accumulated local effects (Apley and Zhu, 2020): within each bin of a feature, the
 * mean change of the output when only that feature moves from the bin's lower to its upper end, for
 * the rows that are in it; added up from bin to bin. Unlike partial dependence it asks the model
 * about rows near real ones only, so correlated features do not mislead it. Bins end at quantiles
 * (`bins` of them at most), or at the values themselves where there are no more. Throws where the
 * feature has no or one value, or the model does not use it.
 */
export declare function accumulatedLocalEffects(classifier: Classifier, features: FeatureTable, feature: string, options?: {
    bins?: number;
    scale?: OutputScale;
}): AccumulatedLocalEffects;
