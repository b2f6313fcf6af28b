import { availableParallelism } from "node:os";
import { takeColumns, type FeatureTable } from "../features/index.js";
import { binTable, type BinnedTable } from "./binned-table.js";
import { layOutBoosting } from "./boosting-memory.js";
import { BoostingTrainer, type BoostingTask } from "./boosting-training.js";
import { validationRows } from "./boosting-validation.js";
import type { BoostingMessage, BoostingWorkerData } from "./boosting-worker.js";
import type {
  Classifier,
  FitControl,
  MixedPredictor,
  ModelArtefact,
  StudyFamily,
} from "./classifier.js";
import { logistic } from "./logistic-newton.js";
import { checkTrainingData, requireBothClasses, requireThat } from "./training-data.js";
import type { Tree, TreeEnsemble } from "./tree.js";
import { packEnsemble, unpackEnsemble, type EnsembleShape } from "./tree-artefact.js";
import { TreeWalker } from "./tree-prediction.js";
import { breathe, runWorkers } from "./worker-pool.js";

/** Names and defaults are those of XGBoost's `XGBClassifier`, in camelCase. */
export interface GradientBoostingOptions {
  seed: number;
  /** Rounds, a tree each; fewer where the fit stops early. */
  nEstimators: number;
  /** What each tree's values are multiplied by (eta). */
  learningRate: number;
  maxDepth: number;
  /** Sum of hessians, weight * p * (1 - p), that a node needs. */
  minChildWeight: number;
  /** Gain that a split needs (XGBoost's, without the paper's one half). */
  gamma: number;
  /** L2 penalty on leaf values. */
  lambda: number;
  /** Share of the rows, and of the features, that a tree sees. */
  subsample: number;
  colsampleByTree: number;
  /** What rows of label 1 weigh beside those of label 0. */
  scalePosWeight: number;
  /**
   * Rounds without a better log loss on the validation rows after which the fit stops and keeps the
   * best; null for never.
   */
  earlyStoppingRounds: number | null;
  /**
   * By feature: 1 where P(label = 1) must not fall with its value, -1 where it must not rise.
   * Missing values are not bound by it.
   */
  monotoneConstraints: Readonly<Record<string, -1 | 0 | 1>>;
}

/** How a fit went. */
export interface GradientBoostingReport {
  /** Log-odds of label 1 in training, which the trees add to. */
  baseScore: number;
  /** Rounds kept, and rounds boosted. */
  rounds: number;
  roundsBoosted: number;
  /** Mean log loss on the validation rows after each round; empty without any. */
  validationLogLoss: number[];
  /** Weight of the training rows, and how many distinct rows the trees were grown on. */
  trainingWeight: number;
  distinctRows: number;
}

/**
 * Gradient boosting of the logistic loss (Friedman, 2001) with second-order trees on 255 bins (Chen
 * and Guestrin, 2016: XGBoost's `hist`). Weights count rows, and equal rows are folded, which
 * changes nothing. A missing value goes to the side that served the split best. Stops early on
 * `control.validation`. Throws where only one class is present.
 */
export const gradientBoosting: StudyFamily<GradientBoostingOptions> = {
  kind: "gradient-boosting",
  title: "Gradient boosting",
  defaults: {
    seed: 42,
    nEstimators: 100,
    learningRate: 0.3,
    maxDepth: 6,
    minChildWeight: 1,
    gamma: 0,
    lambda: 1,
    subsample: 1,
    colsampleByTree: 1,
    scalePosWeight: 1,
    earlyStoppingRounds: 10,
    monotoneConstraints: {},
  },
  load: loadGradientBoosting,
  searchSpace: {
    grid: { learningRate: [0.05, 0.1, 0.3], maxDepth: [3, 4, 6], minChildWeight: [1, 20] },
    budget: 9,
    folds: 3,
  },
  async fit(data, options, control) {
    const { monotoneConstraints, ...chosen } = { ...gradientBoosting.defaults, ...options };
    const { names } = data.features;
    const totals = checkTrainingData(data);
    requireBothClasses(totals, gradientBoosting.title);
    checkOptions({ monotoneConstraints, ...chosen }, names);
    if (control?.validation) checkTrainingData(control.validation);
    control?.signal?.throwIfAborted();
    const table = binTable(data);
    const validation = control?.validation ?? null;
    const positive = chosen.scalePosWeight * totals.positiveWeight;
    const baseScore = Math.log(positive / (totals.weight - totals.positiveWeight));
    const constrained = names.some((name) => (monotoneConstraints[name] ?? 0) !== 0);
    const threads = threadsFor(table, chosen.nEstimators, control);
    const validationTable =
      validation &&
      binTable({ ...validation, features: takeColumns(validation.features, names) }, table.bins);
    const { trees, bestRounds, validationLogLoss } = await boost(
      {
        ...chosen,
        bins: table.bins,
        memory: layOutBoosting(table, { ...chosen, threads: Math.max(1, threads), baseScore }),
        ...weightsOf(table, chosen),
        validation: validationTable && validationRows(validationTable, baseScore),
        monotone: constrained
          ? Int8Array.from(names, (name) => monotoneConstraints[name] ?? 0)
          : null,
      },
      threads,
      control,
    );
    const report = {
      baseScore,
      rounds: bestRounds,
      roundsBoosted: trees.length,
      validationLogLoss,
      trainingWeight: totals.weight,
      distinctRows: table.rowCount,
    };
    return new GradientBoostingClassifier(
      [...names],
      { bins: table.bins, trees: trees.slice(0, bestRounds) },
      report,
    );
  },
};

export class GradientBoostingClassifier implements Classifier {
  readonly kind = "gradient-boosting";
  private walker: TreeWalker | null = null;

  constructor(
    readonly featureNames: string[],
    readonly ensemble: TreeEnsemble,
    readonly report: GradientBoostingReport,
  ) {}

  predictProbability(features: FeatureTable): Float64Array {
    return this.predictLogOdds(features).map(logistic);
  }

  mixedPredictor(features: FeatureTable): MixedPredictor {
    this.walker ??= new TreeWalker(this.ensemble);
    const sumLeaves = this.walker.mixedSums(this.featureNames, features);
    const { baseScore } = this.report;
    return (fromSecond, first, second) =>
      sumLeaves(fromSecond, first, second).map((sum) => logistic(sum + baseScore));
  }

  /** The margin: base score plus a leaf value a tree. */
  predictLogOdds(features: FeatureTable): Float64Array {
    this.walker ??= new TreeWalker(this.ensemble);
    return this.walker
      .sumLeaves(this.featureNames, features)
      .map((sum) => sum + this.report.baseScore);
  }

  toArtefact(): ModelArtefact {
    const { featureNames, kind, report } = this;
    const { shape, binary } = packEnsemble(this.ensemble);
    return { kind, formatVersion: 1, featureNames, header: { shape, report }, binary };
  }
}

function loadGradientBoosting({
  featureNames,
  header,
  binary,
}: ModelArtefact): GradientBoostingClassifier {
  return new GradientBoostingClassifier(
    [...featureNames],
    unpackEnsemble(header.shape as EnsembleShape, binary),
    header.report as GradientBoostingReport,
  );
}

/** Below this many rows x features x rounds, starting a thread takes longer than the trees. */
const SMALL_WORK = 5e6;

/** Below this many rows each, threads wait for one another longer than they help. */
const ROWS_PER_THREAD = 16384;

/** Worker threads to boost in; 0 for the caller's own. */
function threadsFor(
  { rowCount, codes }: BinnedTable,
  rounds: number,
  control: FitControl = {},
): number {
  if (rowCount * codes.length * rounds < SMALL_WORK) return 0;
  return Math.max(
    1,
    Math.min(control.threads ?? availableParallelism(), Math.floor(rowCount / ROWS_PER_THREAD)),
  );
}

function weightsOf(
  { negatives, positives }: BinnedTable,
  { subsample, scalePosWeight }: Pick<GradientBoostingOptions, "subsample" | "scalePosWeight">,
): Pick<BoostingTask, "weight" | "heaviestRow" | "sampled"> {
  let weight = 0;
  let heaviestRow = 0;
  negatives.forEach((negative, row) => {
    const own = negative + scalePosWeight * positives[row];
    weight += own;
    heaviestRow = Math.max(heaviestRow, own);
  });
  return { weight, heaviestRow, sampled: subsample < 1 ? { negatives, positives } : null };
}

async function boost(
  task: BoostingTask,
  threads: number,
  control: FitControl = {},
): Promise<{ trees: Tree[]; bestRounds: number; validationLogLoss: number[] }> {
  if (threads > 0) {
    let result: BoostingMessage["result"];
    const workerData: BoostingWorkerData = {
      task,
      started: new Int32Array(new SharedArrayBuffer(4)),
    };
    await runWorkers<BoostingMessage>(
      new URL("./boosting-worker.js", import.meta.url),
      threads,
      workerData,
      (message) => {
        if (message.shareDone !== undefined) control.onProgress?.(message.shareDone);
        result = message.result ?? result;
      },
      control.signal,
    );
    return result!;
  }
  const trainer = new BoostingTrainer(task);
  while (!trainer.done) {
    trainer.round();
    control.onProgress?.(trainer.trees.length / task.nEstimators);
    if (trainer.trees.length % 8 === 0) await breathe();
    control.signal?.throwIfAborted();
  }
  return trainer;
}

function checkOptions(options: GradientBoostingOptions, names: readonly string[]): void {
  const {
    nEstimators,
    learningRate,
    maxDepth,
    minChildWeight,
    gamma,
    lambda,
    subsample,
    colsampleByTree,
    scalePosWeight,
    earlyStoppingRounds,
    monotoneConstraints,
  } = options;
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;
  const isShare = (value: number): boolean => value > 0 && value <= 1;
  requireThat(
    isCount(nEstimators) && isCount(maxDepth),
    `nEstimators and maxDepth are whole numbers, 1 or more, not ${nEstimators} and ${maxDepth}`,
  );
  requireThat(
    learningRate > 0 && scalePosWeight > 0,
    `learningRate and scalePosWeight are positive, not ${learningRate} and ${scalePosWeight}`,
  );
  requireThat(
    minChildWeight >= 0 && gamma >= 0 && lambda >= 0,
    `minChildWeight, gamma and lambda are 0 or more, not ${minChildWeight}, ${gamma}, ${lambda}`,
  );
  requireThat(
    isShare(subsample) && isShare(colsampleByTree),
    `subsample and colsampleByTree are shares above 0 and at most 1, not ${subsample} and ` +
      `${colsampleByTree}`,
  );
  requireThat(
    earlyStoppingRounds === null || isCount(earlyStoppingRounds),
    "earlyStoppingRounds is a whole number of rounds, 1 or more, or null, not " +
      `${earlyStoppingRounds}`,
  );
  requireThat(names.length > 0, "gradient boosting needs a feature, and the table has none");
  for (const [name, direction] of Object.entries(monotoneConstraints)) {
    requireThat(
      names.includes(name),
      `there is a monotone constraint on "${name}", which is no feature of the table; it has ` +
        `${names.join(", ")}`,
    );
    requireThat(
      [-1, 0, 1].includes(direction),
      `the monotone constraint on "${name}" is -1, 0 or 1, not ${direction}`,
    );
  }
}
