import { codeColumn } from "../statistics/index.js";
import type { ClassifierFamily, TrainingData } from "./classifier.js";
import { evaluateOnSplit, type Evaluation } from "./evaluate.js";
import { groupFolds, leaveOneGroupOut } from "./group-splits.js";
import type { Split } from "./split.js";

/** How a kind of model fares on contexts it has never seen. */
export interface GeneralisationResult {
  /** What was left out in turn: "whole context cells", "one time window" ... */
  question: string;
  kind: string;
  title: string;
  /** Accuracies, means over the splits weighted by the rows left out. */
  train: number;
  test: number;
  gap: number;
  /** Accuracy on the rows left out of always answering their larger class. */
  constant: number;
  splits: number;
}

/** The columns whose values are left out one at a time, and how the question is put. */
const LEFT_OUT: readonly { column: string; question: string }[] = [
  { column: "time_window_encoded", question: "one time window" },
  { column: "load_pattern_encoded", question: "one load pattern" },
  { column: "payload_size_kb", question: "one payload size" },
];

/**
 * Trains on everything but some contexts and tests on those: whole context cells in five folds, then each time window,
 * load pattern and payload size in turn. Questions the data cannot ask (a column they do not have or that never varies)
 * are left out. `cellOfRow` names each row's context cell.
 */
export async function generalisation(
  families: readonly ClassifierFamily<{ seed: number }>[], data: TrainingData, cellOfRow: ArrayLike<number>,
  { seed, onProgress }: { seed: number; onProgress?: (shareDone: number) => void },
): Promise<GeneralisationResult[]> {
  const questions = splitsByQuestion(data, cellOfRow, seed);
  const fits = families.length * questions.reduce((sum, { splits }) => sum + splits.length, 0);
  const results: GeneralisationResult[] = [];
  let done = 0;
  for (const { question, splits } of questions) {
    for (const family of families) {
      const evaluations: Evaluation[] = [];
      for (const split of splits) {
        // Trained on one class alone there is nothing to learn; such a split asks nothing.
        if (hasBothClasses(data.label, split.train)) evaluations.push(await evaluateOnSplit(family, data, split, { seed }));
        onProgress?.(++done / fits);
      }
      if (evaluations.length > 0) results.push({ question, kind: family.kind, title: family.title, ...weightedMeans(evaluations), splits: evaluations.length });
    }
  }
  return results;
}

function splitsByQuestion(data: TrainingData, cellOfRow: ArrayLike<number>, seed: number): { question: string; splits: Split[] }[] {
  const cells = codeColumn(cellOfRow), folds = Math.min(5, cells.codeCount);
  const questions = folds >= 2 ? [{ question: "whole context cells", splits: groupFolds(cells.codeOfRow, folds, seed, "context cells") }] : [];
  for (const { column, question } of LEFT_OUT) {
    const index = data.features.names.indexOf(column);
    if (index < 0) continue;
    const { codeOfRow, codeCount } = codeColumn(data.features.columns[index]);
    if (codeCount >= 2) questions.push({ question, splits: leaveOneGroupOut(codeOfRow) });
  }
  return questions;
}

function hasBothClasses(label: Uint8Array, rows: Uint32Array): boolean {
  return rows.some((row) => label[row] === 1) && rows.some((row) => label[row] === 0);
}

function weightedMeans(evaluations: readonly Evaluation[]): { train: number; test: number; gap: number; constant: number } {
  const rows = evaluations.reduce((sum, { test }) => sum + test.weight, 0);
  const mean = (of: (evaluation: Evaluation) => number): number => evaluations.reduce((sum, e) => sum + of(e) * e.test.weight, 0) / rows;
  const largerClass = ({ test }: Evaluation): number => Math.max(test.classes[0].support, test.classes[1].support) / test.weight;
  const train = mean((e) => e.train.accuracy), test = mean((e) => e.test.accuracy);
  return { train, test, gap: train - test, constant: mean(largerClass) };
}
