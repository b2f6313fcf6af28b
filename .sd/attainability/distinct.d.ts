import { type FeatureTable } from "../features/index.js";
/**
 * A labelled table folded into its distinct feature vectors, without loss: whatever is a function
 * of the features and the class counts (floor, ceiling, training with weights, importance) can be
 * computed on these instead of on rows.
 */
export interface DistinctVectors {
    /** One row a distinct vector, in order of first appearance. */
    features: FeatureTable;
    /** Rows with that vector (their weights added up, where rows have weights). */
    rows: Float64Array;
    /** Rows of those with label 1. */
    positives: Float64Array;
    /** The vector of each row of the original table. */
    vectorOfRow: Uint32Array;
}
/**
 * Folds a table (NaN equals NaN). Throws where `label` holds anything but 0 and 1, or a length does
 * not fit.
 */
export declare function foldDistinct(features: FeatureTable, label: Uint8Array, weight?: Float64Array): DistinctVectors;
