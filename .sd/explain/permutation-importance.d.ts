import type { LabelledTable } from "../features/index.js";
import type { Classifier } from "../models/index.js";
import { type Blocks } from "../statistics/index.js";
import { type ExactRise } from "./permutation-expectation.js";
/**
 * Features that are permuted together: functions of each other, say, of which permuting one alone
 * makes requests that cannot be.
 */
export interface FeatureGroup {
    name: string;
    features: readonly string[];
}
export interface PermutationOptions {
    /** Each feature by itself where left out. */
    groups?: readonly FeatureGroup[];
    /** Permutations of each group; 5 unless said, scikit-learn's default. */
    repeats?: number;
    seed?: number | string;
    /**
     * Conditional importance: rows trade values only with rows that agree in these columns (the
     * workload, say).
     */
    within?: readonly string[];
    /** USD of each row if it is answered 0 (ECS), if 1 (Lambda): adds the importance in money. */
    cost?: {
        ifZero: Float64Array;
        ifOne: Float64Array;
    };
    threshold?: number;
    /** Blocks of time of the rows, for the intervals; without them rows are taken as independent. */
    blocks?: Blocks | undefined;
    onProgress?: (shareDone: number) => void;
    signal?: AbortSignal;
}
/** How much worse the model does without what a group says. */
export interface Importance {
    /** One rise of the loss a repeat. */
    raw: Float64Array;
    mean: number;
    /**
     * Of the repeats, divisor n, as scikit-learn's `importances_std`: the chance in the shuffling
     * alone, not in the rows.
     */
    standardDeviation: number;
    /**
     * What `mean` tends to with ever more repeats, computed exactly, and its standard error over the
     * choice of rows; null where there are too many pairs to ask for.
     */
    exact: ExactRise | null;
    /**
     * Its part of the sum over all groups (exact where known, else mean; a fall counts 0); NaN where
     * no group matters.
     */
    share: number;
}
export interface GroupImportance extends FeatureGroup {
    /** Drop in accuracy. */
    accuracy: Importance;
    /** Rise in log loss, nats. */
    logLoss: Importance;
    /** Rise in USD a request; null without `cost`. */
    costUsd: Importance | null;
}
export interface PermutationImportance {
    rows: number;
    repeats: number;
    within: readonly string[];
    /** With nothing permuted. */
    baseline: {
        accuracy: number;
        logLoss: number;
        costUsd: number | null;
    };
    /** In the order asked for. */
    groups: GroupImportance[];
}
/**
 * Permutation importance as scikit-learn defines it (Breiman, 2001;
 * `sklearn.inspection.permutation_importance`): how much a fitted model's score falls on these
 * (held-out) rows when a group's values are shuffled among them, all columns of the group together.
 * The model answers each distinct combination of a group's values and the rest once. Where those
 * are no more than the repeats would ask for, the expectation over all shuffles comes out exactly,
 * too. The rows must not be folded: they are what is shuffled.
 */
export declare function permutationImportance(classifier: Classifier, { features, label }: LabelledTable, options?: PermutationOptions): PermutationImportance;
