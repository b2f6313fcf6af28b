import { codeColumn, codeRows, TooFewRowsError } from "../statistics/index.js";
import { authorSplit } from "./author-split.js";
import type { ClassifierFamily, FitControl, TrainingData } from "./classifier.js";
import { evaluateOnSplit, type Evaluation } from "./evaluate.js";
import { foldBySplits } from "./fold-by-splits.js";
import { forwardInTime, groupFolds, leaveOneGroupOut } from "./group-splits.js";
import { hasBothClasses, type Split } from "./split.js";
import { stratifiedFolds } from "./stratified-split.js";

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

/** A question the data cannot answer, in whole or for some of its splits, and why. */
export interface RefusedQuestion {
  question: string;
  why: string;
}

/** The answers, and what was not asked. */
export interface Generalisation {
  results: GeneralisationResult[];
  refused: RefusedQuestion[];
}

/** What the splits are cut by, beside the features. */
export interface GeneralisationKeys {
  /** Each row's context cell. */
  cellOfRow: ArrayLike<number>;
  /** UTC ms of each row, for splits forward in time and by days; left out, there are none. */
  timestampMs?: Float64Array;
  /** The author's order of rows, for his split; as they stand where left out. */
  order?: Uint32Array;
}

/** The columns whose values are left out one at a time, and how the question is put. */
const LEFT_OUT: readonly { column: string; question: string }[] = [
  { column: "time_window_encoded", question: "one time window" },
  { column: "load_pattern_encoded", question: "one load pattern" },
  { column: "payload_size_kb", question: "one payload size" },
];

/** The question that the gate gap-cells is about. */
const WHOLE_CELLS = "whole context cells";
const FOLDS = 5;
/** Fewer days do not show how one differs from the others. */
const LEAST_DAYS = 3;
const DAY_MS = 86_400_000;
const BLOCKS_FORWARD = 4;

interface Question {
  question: string;
  random: boolean;
  splits: Split[];
}

/**
 * Trains on some rows and tests on others, question by question: the thesis's 60/20/20, five
 * stratified folds, whole context cells in five folds, each time window, load pattern and payload
 * size in turn, forward in time, and each day (UTC) in turn where there are three or more.
 * Questions the data cannot ask (a column they do not have or that never varies, too few rows or
 * cells) are left out, and so are splits whose training part has one class only: `refused` names
 * each with its reason. Rows are folded to weighted ones first.
 */
export async function generalisation(
  families: readonly ClassifierFamily<{ seed: number }>[],
  data: TrainingData,
  keys: GeneralisationKeys,
  {
    seed,
    optionsOf = {},
    onProgress,
  }: {
    seed: number;
    optionsOf?: Readonly<Record<string, object>>;
    onProgress?: (shareDone: number) => void;
  },
): Promise<Generalisation> {
  const { questions, refused } = questionsOf(data, keys, seed);
  const fits = families.length * questions.reduce((sum, { splits }) => sum + splits.length, 0);
  const results: GeneralisationResult[] = [];
  let done = 0;
  for (const question of questions) {
    const { results: answers, oneSided } = await answer(families, data, question, {
      optionsOf: (kind) => ({ seed, ...optionsOf[kind] }),
      onFitted: () => onProgress?.((done += families.length) / fits),
    });
    if (oneSided > 0)
      refused.push({
        question: question.question,
        why: `${oneSided} of ${question.splits.length} splits leave one class only to train on`,
      });
    done += oneSided * families.length;
    results.push(...answers);
  }
  return { results, refused };
}

/**
 * How one kind of model fares on whole context cells in five folds: one question of
 * `generalisation`, asked alone. Throws a TooFewRowsError where there are fewer than two cells;
 * null where no fold leaves both classes to learn from.
 */
export async function unseenCells(
  family: ClassifierFamily<{ seed: number }>,
  data: TrainingData,
  cellOfRow: ArrayLike<number>,
  { seed, options, threads }: { seed: number; options: object; threads: number },
): Promise<GeneralisationResult | null> {
  const splits = cellFolds(cellOfRow, data.features.rowCount, seed);
  const question = { question: WHOLE_CELLS, random: false, splits };
  const answering = { optionsOf: () => ({ seed, ...options }), control: { threads } };
  const { results } = await answer([family], data, question, answering);
  return results[0] ?? null;
}

/**
 * Trains on each split whose training part has both classes (no results where none has), and counts
 * the others.
 */
async function answer(
  families: readonly ClassifierFamily<{ seed: number }>[],
  data: TrainingData,
  { question, random, splits }: Question,
  {
    optionsOf,
    control = {},
    onFitted,
  }: {
    optionsOf: (kind: string) => { seed: number };
    control?: FitControl;
    onFitted?: () => void;
  },
): Promise<{ results: GeneralisationResult[]; oneSided: number }> {
  const folded = foldBySplits(data, splits);
  const asked = folded.splits.filter(({ train }) => hasBothClasses(folded.data.label, train));
  const oneSided = splits.length - asked.length;
  if (asked.length === 0) return { results: [], oneSided };
  const seen = asked.map((split) => seenRows(folded.data, split));
  // Families side by side: while threads grow the trees of one, this one fits another.
  const fitted: Evaluation[][] = families.map(() => []);
  for (const split of asked) {
    const evaluations = await Promise.all(
      families.map((family) =>
        evaluateOnSplit(family, folded.data, split, optionsOf(family.kind), control),
      ),
    );
    evaluations.forEach((evaluation, f) => fitted[f].push(evaluation));
    onFitted?.();
  }
  const results = families.map(({ kind, title }, f) => ({
    question,
    random,
    kind,
    title,
    ...weightedMeans(fitted[f], seen),
    splits: asked.length,
  }));
  return { results, oneSided };
}

function questionsOf(
  data: TrainingData,
  { cellOfRow, timestampMs, order }: GeneralisationKeys,
  seed: number,
): { questions: Question[]; refused: RefusedQuestion[] } {
  const { features, label } = data;
  const questions: Question[] = [];
  const refused: RefusedQuestion[] = [];
  const ask = (question: string, random: boolean, splits: () => Split[]): void => {
    try {
      questions.push({ question, random, splits: splits() });
    } catch (error) {
      // Too few rows for a split is a finding about the data, not a reason to stop.
      if (!(error instanceof TooFewRowsError)) throw error;
      refused.push({ question, why: error.message });
    }
  };
  ask("random rows, the thesis's 60/20/20", true, () => [authorSplit(label, seed, order)]);
  ask("random rows, five folds", true, () => stratifiedFolds(label, FOLDS, seed));
  ask(WHOLE_CELLS, false, () => cellFolds(cellOfRow, features.rowCount, seed));
  for (const { column, question } of LEFT_OUT) {
    const index = features.names.indexOf(column);
    ask(question, false, () => {
      if (index < 0) throw new TooFewRowsError(`the table has no feature ${column}`);
      return leaveOneGroupOut(codeColumn(features.columns[index]).codeOfRow);
    });
  }
  if (timestampMs) {
    ask("forward in time", false, () => forwardInTime(timestampMs, BLOCKS_FORWARD));
    const days = codeColumn(
      timestampMs.map((ms) => Math.floor(ms / DAY_MS)),
      features.rowCount,
    );
    if (days.codeCount >= LEAST_DAYS) ask("one day", false, () => leaveOneGroupOut(days.codeOfRow));
  }
  return { questions, refused };
}

/** Five folds of whole context cells, or as many as there are cells. */
function cellFolds(cellOfRow: ArrayLike<number>, rowCount: number, seed: number): Split[] {
  const cells = codeColumn(cellOfRow, rowCount);
  if (cells.codeCount < 2) throw new TooFewRowsError("all rows lie in one context cell");
  return groupFolds(cells.codeOfRow, Math.min(FOLDS, cells.codeCount), seed, "context cells");
}

/** Weight of the test rows whose vector is among the training rows. */
function seenRows({ features, weight }: TrainingData, { train, test }: Split): number {
  const { codeOfRow, codeCount } = codeRows(features.columns, features.rowCount);
  const known = new Uint8Array(codeCount);
  for (const row of train) known[codeOfRow[row]] = 1;
  return test.reduce((sum, row) => sum + known[codeOfRow[row]] * (weight ? weight[row] : 1), 0);
}

function weightedMeans(
  evaluations: readonly Evaluation[],
  seen: readonly number[],
): Omit<GeneralisationResult, "question" | "random" | "kind" | "title" | "splits"> {
  const rows = evaluations.reduce((sum, { test }) => sum + test.weight, 0);
  const tested = evaluations.map(({ test }) => test.accuracy);
  const mean = (of: (evaluation: Evaluation) => number): number =>
    evaluations.reduce((sum, e) => sum + of(e) * e.test.weight, 0) / rows;
  const largerClass = ({ test }: Evaluation): number =>
    Math.max(test.classes[0].support, test.classes[1].support) / test.weight;
  const train = mean((e) => e.train.accuracy);
  const test = mean((e) => e.test.accuracy);
  return {
    train,
    test,
    gap: train - test,
    lowest: Math.min(...tested),
    highest: Math.max(...tested),
    constant: mean(largerClass),
    seenShare: seen.reduce((sum, count) => sum + count, 0) / rows,
  };
}
