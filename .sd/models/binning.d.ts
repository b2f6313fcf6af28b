/**
 * How a feature's values become codes of one byte. A value's code is the number of edges below it;
 * a missing value has the code 255.
 */
export interface FeatureBins {
    /** Ascending; at most 254 of them, for 255 bins. */
    edges: Float64Array;
    /** Whether a training row lacks a value. */
    hasMissing: boolean;
}
export declare const MISSING_CODE = 255;
export declare const MOST_BINS = 255;
/**
 * Bin edges of one column: half way between neighbouring values where there are at most 255
 * distinct ones (so that a histogram loses nothing), otherwise the upper ends of 255 bins of about
 * equal weight. Rows of weight 0 have no say.
 */
export declare function findBins(column: Float64Array, weight?: Float64Array): FeatureBins;
/**
 * Codes of `count` rows of a column, from row `from`, written to `codes` at `offset` and every
 * `stride` after it.
 */
export declare function binValues(column: Float64Array, { edges }: FeatureBins, codes: Uint8Array, from?: number, count?: number, offset?: number, stride?: number): void;
/** Bins of a feature that rows may fall in, missing apart. */
export declare function binCount({ edges }: FeatureBins): number;
