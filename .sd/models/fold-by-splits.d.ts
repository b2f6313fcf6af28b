import type { TrainingData } from "./classifier.js";
import type { Split } from "./split.js";
/** A training set of fewer, weighted rows, and the same splits on those. */
export interface FoldedSplits {
    data: TrainingData;
    splits: Split[];
}
/**
 * Folds rows that no fit and no metric on these splits can tell apart (same features, same label,
 * in the same part of every split) into one row with their number as its weight. Exact for whatever
 * counts weights as rows; a bootstrap keeps its distribution, not its draws. The splits keep their
 * order and names.
 */
export declare function foldBySplits({ features, label, weight }: TrainingData, splits: readonly Split[]): FoldedSplits;
