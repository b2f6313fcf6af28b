import { lookupOf } from "./baselines.js";
import type { ClassifierFamily, TrainingData } from "./classifier.js";
import { evaluateOnSplit, type Evaluation } from "./evaluate.js";
import { NeuralNetworkClassifier } from "./neural-network.js";
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
export async function trainFamilies(
  families: readonly ClassifierFamily<{ seed: number }>[],
  data: TrainingData,
  split: Split,
  {
    seed,
    optionsOf = {},
    onProgress,
  }: {
    seed: number;
    optionsOf?: Readonly<Record<string, object>>;
    onProgress?: (shareDone: number, title: string) => void;
  },
): Promise<TrainedModel[]> {
  const trained: TrainedModel[] = [];
  for (const [f, family] of families.entries()) {
    onProgress?.(f / families.length, family.title);
    const evaluation = await evaluateOnSplit(
      family,
      data,
      split,
      { seed, ...optionsOf[family.kind] },
      { onProgress: (share) => onProgress?.((f + share) / families.length, family.title) },
    );
    trained.push({ title: family.title, evaluation });
  }
  return trained;
}

/**
 * The best lookups of one, two and three columns of the training rows, measured like the models
 * they are the floor of.
 */
export async function trainLookups(
  data: TrainingData,
  split: Split,
  { seed }: { seed: number },
): Promise<TrainedModel[]> {
  return trainFamilies([1, 2, 3].slice(0, data.features.names.length).map(lookupOf), data, split, {
    seed,
  });
}

/**
 * Which of TensorFlow.js's backends the network among the models ran on, as a sentence; empty where
 * there is no network.
 */
export function networkNote(models: readonly TrainedModel[]): string {
  const network = models
    .map(({ evaluation }) => evaluation.classifier)
    .find((model): model is NeuralNetworkClassifier => model instanceof NeuralNetworkClassifier);
  return network ? `The network ran on TensorFlow.js's *${network.report.backend}* backend.` : "";
}
