import {
  createRandom,
  InputError,
  takeBlocks,
  wilsonInterval,
  type Blocks,
  type Interval,
} from "../statistics/index.js";
import type { ClassifierFamily, FitControl, TrainingData } from "./classifier.js";
import { evaluateOnSplit } from "./evaluate.js";
import type { Metrics } from "./metrics.js";
import { shareInterval } from "./share-interval.js";
import type { Split } from "./split.js";

/** A model fitted to the first so many of the shuffled training rows. */
export interface LearningCurvePoint {
  rows: number;
  train: Metrics;
  test: Metrics;
  /** On the test rows, over blocks of time; over single rows where there are none. */
  accuracy: Interval;
}

export interface LearningCurveOptions<Options> {
  /** Shares of the training rows; 1 %, 3 %, 10 %, 30 % and all unless said. */
  shares?: readonly number[];
  options?: Partial<Options>;
  control?: FitControl;
  seed?: number | string;
  /** Blocks of time of the table's rows, which then have no weights. */
  blocks?: Blocks | undefined;
}

/**
 * Accuracy against the number of training rows: a curve that has gone flat says that more of the
 * same requests would not help. Each sample holds the ones before it, stratified by label; the test
 * part stays the same.
 */
export async function learningCurve<Options extends { seed: number }>(
  family: ClassifierFamily<Options>,
  data: TrainingData,
  split: Split,
  options: LearningCurveOptions<Options> = {},
): Promise<LearningCurvePoint[]> {
  const { shares = [0.01, 0.03, 0.1, 0.3, 1], seed = 42, blocks } = options;
  const random = createRandom(seed).fork("learning-curve");
  const shuffled = random.shuffle(Uint32Array.from(split.train));
  const classes = [0, 1].map((c) => shuffled.filter((row) => data.label[row] === c));
  const points: LearningCurvePoint[] = [];
  for (const share of shares) {
    if (!(share > 0 && share <= 1))
      throw new InputError(`a share of the training rows lies in (0, 1], not ${share}`);
    // At least one row of each class: no family can learn a boundary from fewer.
    const train = Uint32Array.from(
      classes.flatMap((rows) =>
        Array.from(rows.subarray(0, Math.max(1, Math.round(share * rows.length)))),
      ),
    ).sort();
    const {
      train: trainMetrics,
      test,
      testProbability,
    } = await evaluateOnSplit(family, data, { ...split, train }, options.options, options.control);
    const right = Uint8Array.from(split.test, (row, i) =>
      Number(testProbability[i] > 0.5 === (data.label[row] === 1)),
    );
    points.push({
      rows: train.length,
      train: trainMetrics,
      test,
      accuracy: blocks
        ? shareInterval(right, new Uint8Array(right.length).fill(1), {
            blocks: takeBlocks(blocks, split.test),
            seed,
          })
        : wilsonInterval(Math.round(test.accuracy * test.weight), test.weight),
    });
  }
  return points;
}

/** The learning curve of one kind of model. */
export interface NamedLearningCurve {
  title: string;
  points: LearningCurvePoint[];
}

/**
 * Learning curves of several families on the same samples, each with its defaults or the options
 * named for its kind.
 */
export async function learningCurves(
  families: readonly ClassifierFamily<{ seed: number }>[],
  data: TrainingData,
  split: Split,
  {
    seed,
    optionsOf = {},
    blocks,
    onProgress,
  }: {
    seed: number;
    blocks?: Blocks;
    optionsOf?: Readonly<Record<string, object>>;
    onProgress?: (shareDone: number, title: string) => void;
  },
): Promise<NamedLearningCurve[]> {
  const curves: NamedLearningCurve[] = [];
  for (const [f, family] of families.entries()) {
    onProgress?.(f / families.length, family.title);
    curves.push({
      title: family.title,
      points: await learningCurve(family, data, split, {
        seed,
        blocks,
        options: { seed, ...optionsOf[family.kind] },
      }),
    });
  }
  return curves;
}
