import type { FeatureTable } from "../features/index.js";
/** A column as the checks on tables see it. */
export interface ColumnProfile {
    name: string;
    /** Names by code, for a coded column. */
    categories: readonly string[] | null;
    rows: number;
    missing: number;
    /** Distinct values; a missing value counts as one. */
    distinct: number;
    mean: number;
    /** Sample variance of the values that are there. */
    variance: number;
    /** Share of the rows that have the most frequent (coarse) value. */
    topShare: number;
    /** Of the coarse codes, bits. */
    entropyBits: number;
    /** Whole numbers or names only. */
    discrete: boolean;
    /**
     * Distinct values coded; above so many, or where most rows have a number of their own, bins of
     * equal counts. Missing values have a code of their own.
     */
    codeOfRow: Uint32Array;
    codeCount: number;
    /** Whether the codes are bins. */
    binned: boolean;
    /**
     * The values between which few bins of equal counts lie, ascending; null where a column has few
     * values anyway.
     */
    coarseEdges: Float64Array | null;
}
/** A column of many values in the few bins that `coarseEdges` make; missing values stay missing. */
export declare function coarsen(values: Float64Array, { coarseEdges }: ColumnProfile): Float64Array;
/**
 * Columns with more distinct values than `mostValues` are looked at in bins: a lookup of them would
 * only know its own rows.
 */
export interface Coarseness {
    mostValues: number;
    bins: number;
}
/** For combinations of several columns: three of them make 216 cells. */
export declare const FEW: Coarseness;
export declare function profileColumns(table: FeatureTable, coarseness?: Coarseness): ColumnProfile[];
