import { type FeatureBins } from "./binning.js";
import type { TrainingData } from "./classifier.js";
/**
 * A training table as trees see it: one column of bin codes a feature and the weight of both
 * classes in every row. Rows equal in every code are one row here where that saves work; a tree
 * cannot tell them apart.
 */
export interface BinnedTable {
    rowCount: number;
    bins: FeatureBins[];
    /** These three in shared memory, so that worker threads read the same bytes. */
    codes: Uint8Array[];
    negatives: Float64Array;
    positives: Float64Array;
}
/** Bins a table, by its own values or by bins found before, and folds it where rows repeat. */
export declare function binTable({ features, label, weight }: TrainingData, bins?: FeatureBins[]): BinnedTable;
/**
 * All codes of a row side by side, row after row, in shared memory: the way prediction reads them.
 */
export declare function rowMajorCodes({ rowCount, codes }: BinnedTable): Uint8Array;
