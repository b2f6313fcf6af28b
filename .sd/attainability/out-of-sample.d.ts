import { type Interval } from "../statistics/index.js";
import type { DistinctVectors } from "./distinct.js";
/** The ceiling as far as the rows can show it. */
export interface OutOfSampleCeiling {
    /**
     * The best accuracy any model can reach on new rows with these features. `estimate` and `low`
     * come from held-out rows, `high` from the in-sample ceiling: the truth lies between what a
     * lookup of all vectors reaches on rows it has not seen (never above the truth on average) and
     * what it reaches on its own rows (never below it on average).
     */
    ceiling: Interval;
    inSample: number;
    heldOut: number;
}
/** The group each row votes in: its distinct feature vector, or a coarser one. */
export interface Vectors {
    vectorOfRow: Uint32Array;
    vectorCount: number;
}
export interface OutOfSampleOptions {
    level?: number;
    /**
     * Rows that share their fate (near in time, one user ...): the interval treats each block as one
     * draw.
     */
    blockOfRow?: ArrayLike<number>;
}
/**
 * The ceiling out of sample, by held-out majority: of each vector's rows a tenth (one at least) is
 * held out, the others vote, and a vector without other rows, or with a tie, answers the table's
 * larger class. The average over all such splits is taken exactly (the votes of the rows left are
 * hypergeometric), so that nothing is drawn. With sparse vectors the interval is wide, because the
 * rows really do not tell.
 */
export declare function outOfSampleCeiling(vectors: Vectors | DistinctVectors, label: Uint8Array, options?: OutOfSampleOptions): OutOfSampleCeiling;
/**
 * How much better a lookup of all vectors is than one on a coarser grouping of the same rows (a
 * lookup of one feature, or a single group for the constant), on new rows. Bracketed like the
 * ceiling, cautiously at the low end: `estimate` and `low` set the finer lookup's held-out rows
 * against the coarser one's own rows, `high` does the reverse.
 */
export declare function outOfSampleHeadroom(vectors: Vectors | DistinctVectors, label: Uint8Array, coarser: Vectors | DistinctVectors, options?: OutOfSampleOptions): Interval;
/** Mean of `heldOutCorrectness`, without a value a row. */
export declare function heldOutAccuracy(groupOfRow: Uint32Array, groupCount: number, label: Uint8Array): number;
/**
 * For each row the probability that the other rows of its group, a tenth of the group left out,
 * vote for its label.
 */
export declare function heldOutCorrectness(groupOfRow: Uint32Array, groupCount: number, label: Uint8Array): Float64Array;
/** For each row whether its group's larger class is its label: 1, 0, or 1/2 at a tie. */
export declare function inSampleCorrectness(groupOfRow: Uint32Array, groupCount: number, label: Uint8Array): Float64Array;
export interface ClusteredMean {
    mean: number;
    standardError: number;
}
/**
 * A mean with the standard error of rows that are independent, or of blocks that are, whichever is
 * larger.
 */
export declare function clusteredMean(values: Float64Array, blockOfRow?: ArrayLike<number>): ClusteredMean;
