import type { FeatureTable } from "../features/index.js";
import { type Classifier } from "../models/index.js";
/**
 * What of a model is explained: P(label = 1), or its log-odds ln(p / (1 - p)), in which boosting
 * and logistic regression add up.
 */
export type OutputScale = "probability" | "log-odds";
/** A model's output for each row. Throws where a probability of 0 or 1 has no log-odds. */
export declare function modelOutput(classifier: Classifier, features: FeatureTable, scale: OutputScale): Float64Array;
