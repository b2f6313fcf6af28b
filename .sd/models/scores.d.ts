/**
 * Predictions beside the truth, folded: one entry a distinct predicted probability, ascending, with
 * the weight of both classes there. Every metric is a function of this, and a folded table has few
 * entries however many rows it came from.
 */
export interface Scores {
    probability: Float64Array;
    /** Weight of the rows with label 0, with label 1. */
    negatives: Float64Array;
    positives: Float64Array;
    /** Both added up over the table. */
    negativeWeight: number;
    positiveWeight: number;
}
/**
 * Folds predictions. Throws on lengths that differ, a label other than 0 and 1, a probability
 * outside [0, 1], or a negative weight.
 */
export declare function foldScores(label: Uint8Array, probability: Float64Array, weight?: Float64Array): Scores;
