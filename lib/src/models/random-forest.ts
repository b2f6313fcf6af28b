import { availableParallelism } from "node:os";
import type { FeatureTable } from "../features/index.js";
import { InputError } from "../statistics/index.js";
import { binTable, type BinnedTable } from "./binned-table.js";
import type {
  Classifier,
  FitControl,
  MixedPredictor,
  ModelArtefact,
  StudyFamily,
} from "./classifier.js";
import { MOST_SAMPLES } from "./forest-tree.js";
import {
  ForestTrainer,
  labelOfEntries,
  type ForestTask,
  type GrownTree,
} from "./forest-training.js";
import type { ForestWorkerData } from "./forest-worker.js";
import {
  checkTrainingData,
  requireBothClasses,
  requireThat,
  type TrainingTotals,
} from "./training-data.js";
import type { Tree, TreeEnsemble } from "./tree.js";
import { packEnsemble, unpackEnsemble, type EnsembleShape } from "./tree-artefact.js";
import { TreeWalker } from "./tree-prediction.js";
import { breathe, runWorkers } from "./worker-pool.js";

/** Names and defaults are those of scikit-learn's `RandomForestClassifier`, in camelCase. */
export interface RandomForestOptions {
  seed: number;
  /** Number of trees. */
  nEstimators: number;
  /** Levels below the root, or null for as many as it takes. */
  maxDepth: number | null;
  /** Sampled rows a node needs to be split. */
  minSamplesSplit: number;
  /** Sampled rows a leaf needs. */
  minSamplesLeaf: number;
  /**
   * Features tried in a node: "sqrt", "log2", "all", a whole number of them, or (below 1) a share.
   */
  maxFeatures: number | "sqrt" | "log2" | "all";
  /** Each tree on a sample of the rows with replacement, or on all of them. */
  bootstrap: boolean;
  /** Size of that sample as a share of the rows, 0 to 1; null for all. */
  maxSamples: number | null;
  /**
   * What rows of either label weigh in impurities and leaves: "balanced" gives both classes the
   * same sum; null for 1 each.
   */
  classWeight: "balanced" | readonly [number, number] | null;
  /** Whether to score each row by the trees that did not see it. */
  oobScore: boolean;
}

/** What a fit found. */
export interface RandomForestReport {
  /** Accuracy and mean log loss of the out-of-bag answers, or null unless asked for. */
  outOfBag: { accuracy: number; logLoss: number; rows: number } | null;
  /** Weight of the training rows, and how many distinct rows the trees were grown on. */
  trainingWeight: number;
  distinctRows: number;
}

/**
 * Random forest (Breiman, 2001) of Gini trees on 255 bins; its probability is the mean of the
 * leaves' shares, as in scikit-learn. Weights count rows: a row of weight w is bootstrapped as w
 * rows, and equal rows are folded, which changes nothing in distribution. A missing value goes to
 * the side that served the split best. Throws where only one class is present.
 */
export const randomForest: StudyFamily<RandomForestOptions> = {
  kind: "random-forest",
  title: "Random forest",
  defaults: {
    seed: 42,
    nEstimators: 100,
    maxDepth: null,
    minSamplesSplit: 2,
    minSamplesLeaf: 1,
    maxFeatures: "sqrt",
    bootstrap: true,
    maxSamples: null,
    classWeight: null,
    oobScore: false,
  },
  load: loadRandomForest,
  searchSpace: {
    grid: { maxDepth: [4, 8, 16], minSamplesLeaf: [1, 20], maxFeatures: ["sqrt", "all"] },
    budget: 9,
    folds: 3,
  },
  async fit(data, options, control) {
    const chosen = { ...randomForest.defaults, ...options };
    const totals = checkTrainingData(data);
    requireBothClasses(totals, randomForest.title);
    checkOptions(chosen, data.features.names.length);
    control?.signal?.throwIfAborted();
    const table = binTable(data);
    const task = forestTask(table, chosen, totals);
    const { trees, outOfBag } = await growForest(task, chosen.nEstimators, control);
    const report = { outOfBag, trainingWeight: totals.weight, distinctRows: table.rowCount };
    return new RandomForestClassifier(
      [...data.features.names],
      { bins: table.bins, trees },
      report,
    );
  },
};

export class RandomForestClassifier implements Classifier {
  readonly kind = "random-forest";
  private walker: TreeWalker | null = null;

  constructor(
    readonly featureNames: string[],
    readonly ensemble: TreeEnsemble,
    readonly report: RandomForestReport,
  ) {}

  predictProbability(features: FeatureTable): Float64Array {
    this.walker ??= new TreeWalker(this.ensemble);
    return this.meanOfTrees(this.walker.sumLeaves(this.featureNames, features));
  }

  mixedPredictor(features: FeatureTable): MixedPredictor {
    this.walker ??= new TreeWalker(this.ensemble);
    const sumLeaves = this.walker.mixedSums(this.featureNames, features);
    return (fromSecond, first, second) => this.meanOfTrees(sumLeaves(fromSecond, first, second));
  }

  private meanOfTrees(sums: Float64Array): Float64Array {
    const trees = this.ensemble.trees.length;
    for (let row = 0; row < sums.length; row++) sums[row] = Math.min(1, sums[row] / trees);
    return sums;
  }

  toArtefact(): ModelArtefact {
    const { featureNames, kind, report } = this;
    const { shape, binary } = packEnsemble(this.ensemble);
    return { kind, formatVersion: 1, featureNames, header: { shape, report }, binary };
  }
}

function loadRandomForest({ featureNames, header, binary }: ModelArtefact): RandomForestClassifier {
  return new RandomForestClassifier(
    [...featureNames],
    unpackEnsemble(header.shape as EnsembleShape, binary),
    header.report as RandomForestReport,
  );
}

/** Below this many rows x features x trees, starting threads takes longer than the trees. */
const SMALL_WORK = 5e6;

async function growForest(
  task: ForestTask,
  count: number,
  control: FitControl = {},
): Promise<{ trees: Tree[]; outOfBag: RandomForestReport["outOfBag"] }> {
  const trees: Tree[] = new Array<Tree>(count);
  const score = task.oobScore ? new OutOfBagScore(task.table) : null;
  const waiting: (GrownTree | null)[] = [];
  let grownCount = 0;
  let scored = 0;
  const take = (number: number, grown: GrownTree): void => {
    trees[number] = grown.tree;
    if (score) {
      // Added up in the trees' order, whatever order they come in, so that rounding does not depend
      // on the threads.
      waiting[number] = grown;
      for (; waiting[scored]; waiting[scored++] = null) score.add(waiting[scored]!.outOfBag!);
    }
    control.onProgress?.(++grownCount / count);
  };
  const work = task.table.rowCount * task.candidates * count;
  const threads = Math.min(count, control.threads ?? availableParallelism());
  if (work < SMALL_WORK || threads < 1) {
    const trainer = new ForestTrainer(task);
    for (let number = 0; number < count; number++) {
      take(number, trainer.grow(number));
      if (number % 8 === 7) await breathe();
      control.signal?.throwIfAborted();
    }
  } else {
    const workerData: ForestWorkerData = {
      task,
      trees: count,
      nextTree: new Int32Array(new SharedArrayBuffer(4)),
    };
    await runWorkers<GrownTree & { number: number }>(
      new URL("./forest-worker.js", import.meta.url),
      threads,
      workerData,
      ({ number, tree, outOfBag }) => take(number, { tree, outOfBag }),
      control.signal,
    );
  }
  return { trees, outOfBag: score ? score.result() : null };
}

class OutOfBagScore {
  private readonly sums: Float64Array;
  private readonly trees: Uint32Array;
  private readonly labels: Uint8Array;

  constructor(table: BinnedTable) {
    this.labels = labelOfEntries(table);
    this.sums = new Float64Array(this.labels.length);
    this.trees = new Uint32Array(this.labels.length);
  }

  add(answers: Float32Array): void {
    for (let row = 0; row < answers.length; row++) {
      if (Number.isNaN(answers[row])) continue;
      this.sums[row] += answers[row];
      this.trees[row]++;
    }
  }

  /**
   * Rows that were in every sample have no answer and do not count. Probabilities are kept 1e-15
   * off 0 and 1, as scikit-learn's log loss does.
   */
  result(): { accuracy: number; logLoss: number; rows: number } {
    let rows = 0;
    let right = 0;
    let loss = 0;
    this.labels.forEach((label, row) => {
      if (this.trees[row] === 0) return;
      const probability = Math.min(1 - 1e-15, Math.max(1e-15, this.sums[row] / this.trees[row]));
      rows++;
      if ((probability > 0.5 ? 1 : 0) === label) right++;
      loss -= Math.log(label === 1 ? probability : 1 - probability);
    });
    return { accuracy: rows > 0 ? right / rows : NaN, logLoss: rows > 0 ? loss / rows : NaN, rows };
  }
}

function forestTask(
  table: BinnedTable,
  options: RandomForestOptions,
  { weight, positiveWeight }: TrainingTotals,
): ForestTask {
  const {
    bootstrap,
    maxSamples,
    maxFeatures,
    classWeight,
    maxDepth,
    minSamplesLeaf,
    minSamplesSplit,
    oobScore,
    seed,
  } = options;
  const features = table.codes.length;
  const whole = [table.negatives, table.positives].every((counts) =>
    counts.every(Number.isInteger),
  );
  if (oobScore && !whole)
    throw new InputError("an out-of-bag score needs weights that are whole numbers of rows");
  if (weight > MOST_SAMPLES)
    throw new InputError(
      `a forest takes weights that add up to at most ${MOST_SAMPLES}, not ${weight}; scale ` +
        "them down",
    );
  const counted = { sqrt: Math.sqrt(features), log2: Math.log2(features), all: features };
  const wanted =
    typeof maxFeatures === "string"
      ? counted[maxFeatures]
      : maxFeatures < 1
        ? maxFeatures * features
        : maxFeatures;
  // Fractional weights without a bootstrap become whole numbers of a unit so small that what is
  // rounded does not matter.
  const unitsPerRow =
    bootstrap || whole ? 1 : 2 ** Math.floor(Math.log2(MOST_SAMPLES / 2 / weight));
  return {
    table: unitsPerRow === 1 ? table : inUnits(table, unitsPerRow),
    unitsPerRow,
    seed,
    oobScore,
    minSamplesSplit: minSamplesSplit * unitsPerRow,
    minSamplesLeaf: minSamplesLeaf * unitsPerRow,
    maxDepth: maxDepth ?? Infinity,
    candidates: Math.max(1, Math.floor(wanted)),
    sampleSize: bootstrap ? Math.max(1, Math.round((maxSamples ?? 1) * weight)) : null,
    classWeights:
      classWeight === "balanced"
        ? [weight / (2 * (weight - positiveWeight)), weight / (2 * positiveWeight)]
        : (classWeight ?? [1, 1]),
  };
}

function inUnits(table: BinnedTable, unitsPerRow: number): BinnedTable {
  const whole = (weights: Float64Array): Float64Array =>
    weights.map((value) => Math.round(value * unitsPerRow));
  return { ...table, negatives: whole(table.negatives), positives: whole(table.positives) };
}

function checkOptions(options: RandomForestOptions, features: number): void {
  const {
    nEstimators,
    maxDepth,
    minSamplesLeaf,
    minSamplesSplit,
    maxFeatures,
    maxSamples,
    classWeight,
    oobScore,
    bootstrap,
  } = options;
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;
  requireThat(
    isCount(nEstimators),
    `nEstimators is a whole number of trees, 1 or more, not ${nEstimators}`,
  );
  requireThat(
    maxDepth === null || isCount(maxDepth),
    `maxDepth is a whole number of levels, 1 or more, or null, not ${maxDepth}`,
  );
  requireThat(
    minSamplesLeaf > 0 && minSamplesSplit > 0,
    `minSamplesLeaf and minSamplesSplit are positive, not ${minSamplesLeaf} and ${minSamplesSplit}`,
  );
  requireThat(
    typeof maxFeatures === "string"
      ? ["sqrt", "log2", "all"].includes(maxFeatures)
      : maxFeatures > 0 && (maxFeatures < 1 || isCount(maxFeatures)),
    `maxFeatures is "sqrt", "log2", "all", a share below 1 or a whole number, not ${maxFeatures}`,
  );
  requireThat(
    maxSamples === null || (maxSamples > 0 && maxSamples <= 1),
    `maxSamples is a share above 0 and at most 1, or null, not ${maxSamples}`,
  );
  requireThat(
    classWeight === null ||
      classWeight === "balanced" ||
      (classWeight.length === 2 && classWeight.every((value) => value > 0 && value < Infinity)),
    `classWeight is "balanced", null or two positive weights, not ${String(classWeight)}`,
  );
  requireThat(!oobScore || bootstrap, "an out-of-bag score needs bootstrap: true");
  requireThat(features > 0, "a random forest needs a feature, and the table has none");
}
