import type { ClassifierFamily, TrainingData } from "./classifier.js";
import { evaluateOnSplit, type Evaluation } from "./evaluate.js";
import type { Split } from "./split.js";

/** A family's model, fitted and measured. */
export interface TrainedModel {
  title: string;
  evaluation: Evaluation;
}

/** Fits every family to the same split with its default options, one after the other, and measures each on every part. */
export async function trainFamilies(
  families: readonly ClassifierFamily<{ seed: number }>[], data: TrainingData, split: Split,
  { seed, onProgress }: { seed: number; onProgress?: (shareDone: number, title: string) => void },
): Promise<TrainedModel[]> {
  const trained: TrainedModel[] = [];
  for (const [f, family] of families.entries()) {
    onProgress?.(f / families.length, family.title);
    const evaluation = await evaluateOnSplit(family, data, split, { seed }, { onProgress: (share) => onProgress?.((f + share) / families.length, family.title) });
    trained.push({ title: family.title, evaluation });
  }
  return trained;
}
