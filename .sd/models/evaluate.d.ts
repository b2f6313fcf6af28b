import { type FeatureTable } from "../features/index.js";
import type { Classifier, ClassifierFamily, FitControl, TrainingData } from "./classifier.js";
import { type Metrics } from "./metrics.js";
import type { Split } from "./split.js";
/** A model fitted to one part of a split and measured on all of them. */
export interface Evaluation {
    split: Split;
    classifier: Classifier;
    train: Metrics;
    /** null where the split has no validation part. */
    validation: Metrics | null;
    test: Metrics;
    /**
     * Accuracy on the training rows minus accuracy on the test rows: the price of having learned
     * these rows by heart.
     */
    gap: number;
    /** P(label = 1) for the rows of `split.test`. */
    testProbability: Float64Array;
}
/** Rows of a training set, in the order asked for. */
export declare function takeTrainingRows({ features, label, weight }: TrainingData, rows: Uint32Array): TrainingData;
/**
 * Fits a family to the training part (its validation part is for stopping early) and measures every
 * part.
 */
export declare function evaluateOnSplit<Options extends {
    seed: number;
}>(family: ClassifierFamily<Options>, data: TrainingData, split: Split, options?: Partial<Options>, control?: FitControl): Promise<Evaluation>;
/**
 * A classifier's probabilities, computed once for each distinct vector of what it reads: the same
 * numbers, sooner where rows repeat.
 */
export declare function predictDistinct(classifier: Classifier, features: FeatureTable): Float64Array;
