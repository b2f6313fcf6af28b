import type { ClassifierFamily, TrainingData } from "./classifier.js";
/** How a kind of model fares on rows or contexts that were left out of its training. */
export interface GeneralisationResult {
    /**
     * What was left out in turn: "random rows, 60/20/20", "whole context cells", "one time window"
     * ...
     */
    question: string;
    /** Whether the rows left out were drawn at random from those of every context. */
    random: boolean;
    kind: string;
    title: string;
    /** Accuracies, means over the splits weighted by the rows left out. */
    train: number;
    test: number;
    gap: number;
    /** Accuracy on the rows left out in the worst and in the best split. */
    lowest: number;
    highest: number;
    /** Accuracy on the rows left out of always answering their larger class. */
    constant: number;
    /**
     * Share of the rows left out whose feature vector the model was trained on: at 1 the test is one
     * of memory.
     */
    seenShare: number;
    splits: number;
}
/** What the splits are cut by, beside the features. */
export interface GeneralisationKeys {
    /** Each row's context cell. */
    cellOfRow: ArrayLike<number>;
    /** UTC ms of each row, for splits forward in time; left out, there are none. */
    timestampMs?: Float64Array;
    /** The author's order of rows, for his split; as they stand where left out. */
    order?: Uint32Array;
}
/**
 * Trains on some rows and tests on others, question by question: the author's 60/20/20, five
 * stratified folds, whole context cells in five folds, each time window, load pattern and payload
 * size in turn, and forward in time. Questions the data cannot ask (a column they do not have or
 * that never varies, too few rows or cells) are left out, and so are splits whose training part has
 * one class only. Rows are folded to weighted ones first.
 */
export declare function generalisation(families: readonly ClassifierFamily<{
    seed: number;
}>[], data: TrainingData, keys: GeneralisationKeys, { seed, optionsOf, onProgress, }: {
    seed: number;
    optionsOf?: Readonly<Record<string, object>>;
    onProgress?: (shareDone: number) => void;
}): Promise<GeneralisationResult[]>;
