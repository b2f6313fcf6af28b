import type { PermutationImportance } from "./permutation-importance.js";
import type { ShapleyValues } from "./shapley.js";
import { type ShapleyAgreement } from "./shapley-agreement.js";
/** A model with its explanation and its answers to the same held-out rows as the others. */
export interface ExplainedModel {
    title: string;
    shapley: ShapleyValues;
    /** Permutation importance by the same groups in every model. */
    importance: PermutationImportance;
    /** P(label = 1) of the held-out rows. */
    probability: Float64Array;
}
/**
 * Two models: whether they say the same about what matters, and whether they are the same function
 * anyway.
 */
export interface ModelAgreement extends ShapleyAgreement {
    a: string;
    b: string;
    /**
     * Rank correlation of the groups' permutation importance (drop in accuracy); NaN where a side is
     * constant.
     */
    permutation: number;
    /** Share of the held-out rows both answer alike. */
    identicalShare: number;
}
/** Every pair of models in their order. Throws where they explain or answer different rows. */
export declare function modelAgreement(models: readonly ExplainedModel[], { seed, threshold }: {
    seed: number;
    threshold?: number;
}): ModelAgreement[];
/**
 * How often each model answers as a lookup does, or any other classifier, on the same held-out
 * rows.
 */
export declare function sharesAlike(models: readonly ExplainedModel[], lookup: Float64Array, threshold?: number): {
    title: string;
    identicalShare: number;
}[];
