import { type Interval } from "./intervals.js";
/**
 * McNemar's test of two paired classifiers (McNemar, 1947): is one more often right than the other
 * on the same rows?
 */
export interface McNemarTest {
    /** Rows only the first, only the second got right. */
    onlyFirst: number;
    onlySecond: number;
    /**
     * Two-sided exact p-value: binomial with 1/2 over the rows on which they differ. 1 where there
     * are none.
     */
    exactP: number;
    /**
     * The same with half the probability of what was seen taken off (Fagerland, Lydersen and Laake,
     * 2013): less cautious, holds its level in practice.
     */
    midP: number;
}
export declare function mcnemarTest(onlyFirst: number, onlySecond: number): McNemarTest;
/**
 * The difference of two paired proportions (first minus second) with the interval of Agresti and
 * Min (2005): Wald's, after half a row was added to each of the four cells.
 */
export declare function pairedDifferenceInterval(onlyFirst: number, onlySecond: number, rows: number, level?: number): Interval;
/** Centre and standard error of the interval of Agresti and Min. */
export declare function adjustedDifference(onlyFirst: number, onlySecond: number, rows: number): {
    centre: number;
    standardError: number;
};
