import { rankCorrelation } from "../statistics/index.js";
import { importanceInterval } from "./importance-interval.js";
import type { PermutationImportance } from "./permutation-importance.js";
import type { ShapleyValues } from "./shapley.js";
import { shapleyAgreement, type ShapleyAgreement } from "./shapley-agreement.js";

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
export function modelAgreement(
  models: readonly ExplainedModel[],
  { seed, threshold = 0.5 }: { seed: number; threshold?: number },
): ModelAgreement[] {
  return models.flatMap((first, i) =>
    models.slice(i + 1).map((second) => ({
      a: first.title,
      b: second.title,
      permutation: rankCorrelation(dropsOf(first), dropsOf(second)),
      identicalShare: shareAlike(first.probability, second.probability, threshold),
      ...shapleyAgreement(first.shapley, second.shapley, { seed }),
    })),
  );
}

/**
 * How often each model answers as a lookup does, or any other classifier, on the same held-out
 * rows.
 */
export function sharesAlike(
  models: readonly ExplainedModel[],
  lookup: Float64Array,
  threshold = 0.5,
): { title: string; identicalShare: number }[] {
  return models.map(({ title, probability }) => ({
    title,
    identicalShare: shareAlike(probability, lookup, threshold),
  }));
}

function shareAlike(first: Float64Array, second: Float64Array, threshold: number): number {
  if (first.length !== second.length)
    throw new RangeError(
      `${first.length} answers beside ${second.length}; agreement is on the same rows`,
    );
  return (
    first.reduce((count, p, row) => count + Number(p > threshold === second[row] > threshold), 0) /
    first.length
  );
}

function dropsOf({ importance }: ExplainedModel): number[] {
  return importance.groups.map(({ accuracy }) => importanceInterval(accuracy).estimate);
}
