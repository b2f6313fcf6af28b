import { type FeatureBins } from "./binning.js";
/**
 * A bin of a histogram is two whole numbers of 32 bits: the sum of hessians and, above it, that of
 * gradients. Added up as one of 64 bits, they are exact, the same in any order, and do not mix as
 * long as both stay below 2^31.
 * @returns units a row: of a total weight, hessians make up at most a quarter and gradients at most
 *   all
 */
export declare function unitsPerWeight(weight: number): number;
export interface SplitRules {
    lambda: number;
    gamma: number;
    minChildWeight: number;
    /** -1, 0 or 1 a feature, or null where no feature is constrained. */
    monotone: Int8Array | null;
}
/**
 * Sums of a node and the values its leaves may take, both in the histogram's units where they are
 * sums.
 */
export interface NodeSums {
    gradient: number;
    hessian: number;
    lowest: number;
    highest: number;
}
/**
 * A split: rows whose code is at most `code` go left; `gradient` and `hessian` are the left side's.
 * `feature` is -1 where there is none.
 */
export interface BoostingSplit {
    gain: number;
    feature: number;
    code: number;
    missingLeft: boolean;
    gradient: number;
    hessian: number;
}
/**
 * Finds the best split of a node by the second-order gain of Chen and Guestrin (2016), equations 7
 * and 2.
 */
export declare class BoostingSplitFinder {
    private readonly bins;
    private readonly whole;
    private readonly rules;
    private readonly lambda;
    private readonly leastHessian;
    private readonly leastGain;
    /**
     * @param whole the memory that holds the histograms @param units as `unitsPerWeight` gave them
     */
    constructor(bins: readonly FeatureBins[], whole: Int32Array, rules: SplitRules, units: number);
    /** Whether a node has enough hessian for two children. */
    splittable({ hessian }: NodeSums): boolean;
    /** The value of a leaf with these sums, before shrinkage. */
    leafValue(gradient: number, hessian: number, lowest: number, highest: number): number;
    /**
     * The best split over these features; of equal gains the lowest feature and code win (features
     * come in ascending order).
     */
    find(histogram: number, node: NodeSums, features: Int32Array): BoostingSplit;
    /**
     * @param gradient what goes left from the start, `hessian` too @param missingRight whether
     * splitting off the missing values alone is a split
     */
    private scan;
    /** Both sides' scores, or -Infinity where their values would be in the wrong order. */
    private constrainedGain;
    private constrainedScore;
}
