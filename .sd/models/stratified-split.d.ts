import { type Split, type SplitShares } from "./split.js";
/**
 * Splits rows at random so that each part has the same share of each class, to the row: within each
 * class the rows are shuffled and cut at the cumulated shares, rounded. Rows come back in ascending
 * order. `authorSplit` gives scikit-learn's own rows instead.
 */
export declare function stratifiedSplit(label: Uint8Array, shares?: SplitShares, seed?: number | string): Split;
/**
 * Stratified k-fold: each row is in the test part of exactly one of `folds` splits, and each test
 * part has its share of each class, to the row. There is no validation part. Throws where a class
 * has fewer rows than there are folds.
 */
export declare function stratifiedFolds(label: Uint8Array, folds: number, seed?: number | string): Split[];
/** One split a fold, its rows the test part, every other row in training. */
export declare function splitsByFold(foldOfRow: ArrayLike<number>, folds: number, nameOf: (fold: number) => string): Split[];
