import type { Random } from "../statistics/index.js";
import type { BinnedTable } from "./binned-table.js";
import { type Tree } from "./tree.js";
/** What grows one tree of a forest, in plain numbers. */
export interface ForestTreeOptions {
    maxDepth: number;
    /**
     * In how many units one row is counted, here and in the two limits below; 1 unless weights are
     * fractional.
     */
    unitsPerRow: number;
    minSamplesSplit: number;
    minSamplesLeaf: number;
    /** Features looked at in a node. */
    candidates: number;
    /** What a row of label 0 and of label 1 weighs in impurities and leaves. */
    classWeights: readonly [number, number];
}
/**
 * A sample's row carries its count and its number of positives in one Float64, count + positives *
 * 2^26: one addition a row and column fills both histograms. Sums are whole numbers below 2^52,
 * hence exact and in any order the same.
 */
export declare const MOST_SAMPLES: number;
/** A row's count and positives in one number, as the histograms add them up. */
export declare function packCounts(count: number, positives: number): number;
/** Grows Gini trees on bootstrap samples of one table, one after the other, in the same memory. */
export declare class ForestTreeGrower {
    private readonly table;
    private readonly options;
    private readonly rows;
    private readonly counts;
    private readonly spareRows;
    private readonly spareCounts;
    private readonly histogram;
    private readonly smallCodes;
    private readonly smallCounts;
    private readonly order;
    /** The best split of the node at hand. */
    private bestGain;
    private bestFeature;
    private bestCode;
    private bestMissingLeft;
    private bestLeft;
    constructor(table: BinnedTable, options: ForestTreeOptions);
    /** @param sample how often each row of the table is in the sample, as `packCounts` gives it */
    grow(sample: Float64Array, random: Random): Tree;
    private takeSample;
    /**
     * Looks at features in random order until enough of them were not constant in the node; the first
     * of equal splits wins.
     */
    private findSplit;
    private fillHistograms;
    private fillHistogram;
    private searchHistogram;
    /**
     * Every split of a histogram. A threshold between two bins that hold rows is put half way, as
     * others do with values.
     * @param onLeft what goes left from the start @param onRight what goes right in the end: the
     *   missing values, either way
     */
    private scan;
    /**
     * The same for few rows, none of them missing: sorted by insertion, neighbours with different
     * codes compared.
     */
    private searchSorted;
    private keep;
}
