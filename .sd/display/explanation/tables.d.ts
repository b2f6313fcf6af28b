import { type InteractionCheck, type ModelAgreement, type PermutationImportance, type ShapleyValues, type StabilitySummary } from "../../explain/index.js";
/**
 * Importance by group: drop in accuracy, rise in log loss, extra cost, each with its interval. The
 * share of an input (with everything made of it) is the gate's; groups of columns overlap, and
 * theirs is another.
 */
export declare function showImportance(importance: PermutationImportance, title: string, what?: string): void;
/** What shuffling costs in USD and in log loss, a column a model. */
export declare function showImportanceInMoney(models: readonly {
    title: string;
    importance: PermutationImportance;
}[]): void;
/** Every repeat of every permutation as flat rows, for a CSV file. */
export declare function importanceRepeats(models: readonly {
    title: string;
    importance: PermutationImportance;
}[]): object[];
/** Importance among all rows beside importance among rows that agree in some columns. */
export declare function showWithin(overall: PermutationImportance, within: PermutationImportance, title: string): void;
/** Mean |Shapley value| by player. */
export declare function showShapley(shapley: ShapleyValues, title: string, what?: string): void;
/** Shapley interactions beside Friedman's H. */
export declare function showInteractions({ pairs }: InteractionCheck): void;
/** Pairs of models: whether the same matters to them, and whether they are the same function. */
export declare function showAgreement(agreements: readonly ModelAgreement[]): void;
/** Repeated trainings, summed up. */
export declare function showStability(summaries: readonly StabilitySummary[]): void;
