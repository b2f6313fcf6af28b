import type { FeatureTable } from "../features/index.js";
import type { TrainingData } from "./classifier.js";
/** What the rows of a training set add up to. */
export interface TrainingTotals {
    rows: number;
    weight: number;
    /** Weight of the rows with label 1. */
    positiveWeight: number;
}
/**
 * Checks what every fit relies on and adds up the weights. Throws where there is no row, a length
 * does not fit, a label is not 0 or 1, a weight is negative or not finite, all weights are zero, or
 * a feature is infinite (NaN means missing and is each model's business).
 */
export declare function checkTrainingData({ features, label, weight }: TrainingData): TrainingTotals;
/** Throws a RangeError with `message` where an option is not what it must be. */
export declare function requireThat(fine: boolean, message: string): void;
/** Throws where only one class has weight: a model that draws a boundary has none to draw. */
export declare function requireBothClasses({ weight, positiveWeight }: TrainingTotals, title: string): void;
/**
 * The columns a fitted model reads, in its order, whatever else the table holds. Throws on a
 * feature that is absent.
 */
export declare function columnsOf(featureNames: readonly string[], table: FeatureTable): Float64Array[];
