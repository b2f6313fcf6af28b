import type { ClassifierFamily, FitControl, TrainingData } from "./classifier.js";
/** One set of options, tried on so many rows. */
export interface Trial<Options> {
    options: Partial<Options>;
    /** 0 for the first round, on the fewest rows. */
    round: number;
    /** Rows that were cross-validated on. */
    rows: number;
    /** Means over the folds' held-out parts, and the standard error of the first over the folds. */
    logLoss: number;
    logLossError: number;
    accuracy: number;
    /** Whether it went on to the next round (in the last: whether it won). */
    kept: boolean;
}
export interface SearchResult<Options> {
    best: Partial<Options>;
    /** Every trial, in the order in which they were made. */
    trials: Trial<Options>[];
}
export interface SearchOptions {
    /** Only one in so many goes on, to so many times the rows; 3 unless said. */
    factor?: number;
    folds?: number;
    seed?: number;
    control?: Pick<FitControl, "onProgress" | "signal" | "threads">;
}
/**
 * Searches options by successive halving (Jamieson and Talwalkar, 2016): all candidates are
 * cross-validated on a small stratified part of the rows, the better third on three times as many,
 * and so on to all rows. Ranked by log loss, ties to the earlier candidate. Hand it training rows
 * only: what it has seen cannot judge the winner, whose loss here is flattered by having won.
 */
export declare function successiveHalving<Options extends {
    seed: number;
}>(family: ClassifierFamily<Options>, train: TrainingData, candidates: readonly Partial<Options>[], search?: SearchOptions): Promise<SearchResult<Options>>;
/**
 * `count` different candidates from a grid of values by option, at random; the whole grid where it
 * has no more.
 */
export declare function candidateOptions<Options>(grid: {
    readonly [Name in keyof Options]?: readonly Options[Name][];
}, count: number, seed?: number | string): Partial<Options>[];
