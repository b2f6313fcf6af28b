import type { Attainability } from "../../attainability/index.js";
import type { CategoryAccuracy, GeneralisationResult, NamedComparison, ScoredModel, Tuning } from "../../models/index.js";
/** Floor and ceiling, before any training. */
export declare function showBounds({ constant, best1, best2, best3, ceiling, distinctVectors, rows, }: Attainability): void;
/** The last round of each search, and the trials before it by their number. */
export declare function showSearch(tunings: readonly Tuning[]): void;
/** Test metrics of each model with their intervals. */
export declare function showScores(models: readonly ScoredModel[]): void;
/** Precision, recall and F1 of both classes with their intervals. */
export declare function showClassScores(models: readonly ScoredModel[]): void;
/**
 * Accuracy within the categories of a column, beside that of always answering their larger class.
 */
export declare function showCategories(categories: readonly CategoryAccuracy[], what: string, title: string): void;
/**
 * Pairs of models: the same answers, the paired test over blocks of time, and McNemar's row by row.
 */
export declare function showPairs(pairs: readonly NamedComparison[]): void;
/** How far the probabilities are from honest. */
export declare function showCalibration(models: readonly ScoredModel[]): void;
/** Gaps by what was left out. */
export declare function showGeneralisation(results: readonly GeneralisationResult[]): void;
