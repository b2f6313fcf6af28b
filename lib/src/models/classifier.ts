import type { FeatureTable } from "../features/index.js";

/**
 * What a model is fitted to. Weights count rows: folding equal rows into one with their number
 * changes nothing.
 */
export interface TrainingData {
  features: FeatureTable;
  /** 0 or 1, one a row. */
  label: Uint8Array;
  /** Non-negative row weights; 1 each when left out. */
  weight?: Float64Array;
}

/** A fitted model. */
export interface Classifier {
  /**
   * "random-forest", "gradient-boosting", "logistic-regression", "neural-network", "lookup",
   * "constant".
   */
  kind: string;
  featureNames: string[];
  /** P(label = 1) for each row. Throws when the table lacks a feature the model was fitted on. */
  predictProbability(features: FeatureTable): Float64Array;
  /**
   * Prepares to answer for rows put together from two rows of this table, where a model does that
   * faster than from a table of them.
   */
  mixedPredictor?(features: FeatureTable): MixedPredictor;
  /** The model as one JSON object and one binary block; `loadClassifier` reads it back. */
  toArtefact(): ModelArtefact;
}

/**
 * P(label = 1) for rows i with the columns `fromSecond` (by the table's order) of row second[i],
 * and all others of row first[i].
 */
export type MixedPredictor = (
  fromSecond: readonly boolean[],
  first: Uint32Array,
  second: Uint32Array,
) => Float64Array;

export interface ModelArtefact {
  kind: string;
  formatVersion: number;
  featureNames: string[];
  /** Everything but the bulk: options, shapes, offsets into `binary`. JSON-safe. */
  header: Record<string, unknown>;
  binary: Uint8Array;
}

/** How a fit is watched and stopped; the same for every kind of model. */
export interface FitControl {
  /** Called now and then with the share done, 0 to 1. */
  onProgress?: (shareDone: number) => void;
  /** Ends the fit with an `AbortError`. */
  signal?: AbortSignal;
  /** Rows to stop early on, where the model can. */
  validation?: TrainingData;
  /** Worker threads; the result does not depend on it. */
  threads?: number;
}

/** One way to fit a classifier: its name, its options with their defaults, and the fit. */
export interface ClassifierFamily<Options extends { seed: number }> {
  kind: string;
  /** As it is printed: "Random forest". */
  title: string;
  defaults: Options;
  fit(data: TrainingData, options?: Partial<Options>, control?: FitControl): Promise<Classifier>;
}

/** What is searched for one kind of model. */
export interface SearchSpace {
  /** Values by option, under the option's name. */
  grid: Readonly<Record<string, readonly unknown[]>>;
  /** Sets of options that are tried, the defaults among them; of 1 there is no search. */
  budget: number;
  folds: number;
  /** Options of every trial that are no part of the search: a shorter training, say. */
  duringSearch?: Readonly<Record<string, unknown>>;
}

/** A family as the study trains, searches and loads it again. */
export interface StudyFamily<
  Options extends { seed: number } = { seed: number },
> extends ClassifierFamily<Options> {
  /** A classifier from what its `toArtefact` gave: the same predictions. */
  load(artefact: ModelArtefact): Classifier;
  /** The fixed budget of its search; of 1 there is no search. */
  searchSpace: SearchSpace;
}
