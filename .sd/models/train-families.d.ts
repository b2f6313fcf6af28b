import type { ClassifierFamily, TrainingData } from "./classifier.js";
import { type Evaluation } from "./evaluate.js";
import type { Split } from "./split.js";
/** A family's model, fitted and measured. */
export interface TrainedModel {
    title: string;
    evaluation: Evaluation;
}
/**
 * Fits every family to the same split, with its defaults or the options named for its kind, one
 * after the other, and measures each on every part.
 */
export declare function trainFamilies(families: readonly ClassifierFamily<{
    seed: number;
}>[], data: TrainingData, split: Split, { seed, optionsOf, onProgress, }: {
    seed: number;
    optionsOf?: Readonly<Record<string, object>>;
    onProgress?: (shareDone: number, title: string) => void;
}): Promise<TrainedModel[]>;
/**
 * The best lookups of one, two and three columns of the training rows, measured like the models
 * they are the floor of.
 */
export declare function trainLookups(data: TrainingData, split: Split, { seed }: {
    seed: number;
}): Promise<TrainedModel[]>;
/**
 * Which of TensorFlow.js's backends the network among the models ran on, as a sentence; empty where
 * there is no network.
 */
export declare function networkNote(models: readonly TrainedModel[]): string;
