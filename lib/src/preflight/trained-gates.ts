import {
  labelledRequests,
  type Attainability,
  type LabelledRequests,
} from "../attainability/index.js";
import type { GateResult } from "../campaign/index.js";
import {
  importanceGates,
  importanceInterval,
  inputImportance,
  type PermutationImportance,
} from "../explain/index.js";
import { usualFeatureSets, type FeatureSet } from "../features/index.js";
import type { Labels } from "../labels/index.js";
import {
  bestByValidation,
  compareClassifiers,
  evaluateOnSplit,
  gradientBoosting,
  logisticRegression,
  lookupBaseline,
  randomForest,
  scoreModels,
  stratifiedSplit,
  timeOnePrediction,
  trainingGates,
  unseenCells,
  type ClassifierFamily,
  type Evaluation,
  type ScoredModel,
  type Split,
  type TrainedModel,
  type UnseenCells,
} from "../models/index.js";
import { groupIntoCells, selectRows, timeBlocks, type Requests } from "../requests/index.js";
import { codeColumn, takeBlocks, TooFewRowsError, type Blocks } from "../statistics/index.js";

/** What training on a campaign gives, and what no model is needed for. */
export interface TrainedCampaign {
  gates: GateResult[];
  /** Title of the best model by validation accuracy, and its accuracy on the test rows. */
  model: string;
  accuracy: number;
  /** Accuracy on the training rows minus that. */
  gap: number;
  /** Accuracy on the test rows of lookups of the training rows, on what is planned (no state). */
  lookups: { oneColumn: number; twoColumns: number; staticColumns: number };
  /** Share of the importance and drop in accuracy by input of the model. */
  inputs: { input: string; drop: number; share: number }[];
}

export interface TrainedOptions {
  seed: number | string;
  features?: readonly FeatureSet[];
  /**
   * Floor and ceiling of the same table, which the gates need; without them boosting alone is
   * trained and no gate judged: a search's first look.
   */
  bounds?: Attainability;
}

/**
 * Models as a pre-flight trains them: boosting and a forest held back enough to generalise, and
 * logistic regression. The network is left to notebook 04: it takes longer than all of these and
 * has not been the best where these stood beside it.
 */
const MODELS: readonly [ClassifierFamily<{ seed: number }>, object][] = [
  [gradientBoosting, { learningRate: 0.1, maxDepth: 4, nEstimators: 400, minChildWeight: 20 }],
  [randomForest, { nEstimators: 60, maxDepth: 10, minSamplesLeaf: 20 }],
  [logisticRegression, {}],
];

/** Columns that a plan decides, without copies: what a lookup can be made of beforehand. */
const STATIC_COLUMNS = [
  "workload_type_encoded",
  "payload_size_kb",
  "time_window_encoded",
  "load_pattern_encoded",
  "hour_of_day",
] as const;

/**
 * Trains on a labelled campaign and judges the gates of training, importance and deployment. Null
 * where the labels are all alike.
 */
export async function judgeTraining(
  requests: Requests,
  labels: Labels,
  options: TrainedOptions,
): Promise<TrainedCampaign | null> {
  const { seed, features: sets = usualFeatureSets(requests), bounds } = options;
  const table = labelledRequests(requests, labels, sets);
  if (!table.label.includes(0) || !table.label.includes(1)) return null;
  const split = stratifiedSplit(table.label, undefined, seed);
  const trained: TrainedModel[] = [];
  for (const [family, adopted] of bounds ? MODELS : MODELS.slice(0, 1))
    trained.push({
      title: family.title,
      evaluation: await evaluateOnSplit(family, table, split, adopted, { threads: 1 }),
    });
  const best = bestByValidation(trained);
  const lookups = await lookupAccuracies(table, split);
  const importance = importanceOf(requests, table, best.evaluation, seed);
  const { test, gap } = best.evaluation;
  return {
    model: best.title,
    accuracy: test.accuracy,
    gap,
    lookups,
    inputs: importance.groups.map(({ name, accuracy }) => ({
      input: name,
      drop: importanceInterval(accuracy).estimate,
      share: accuracy.share,
    })),
    gates: bounds ? await judgeModel(requests, table, best, importance, { seed, bounds }) : [],
  };
}

/** Accuracies on the test rows of lookups of what a plan decides, made from the training rows. */
async function lookupAccuracies(
  table: LabelledRequests,
  split: Split,
): Promise<TrainedCampaign["lookups"]> {
  const present = STATIC_COLUMNS.filter((name) => table.features.names.includes(name));
  const accuracy = async (features: readonly string[]): Promise<number> =>
    (await evaluateOnSplit(lookupBaseline, table, split, { features })).test.accuracy;
  const best = async (sets: readonly (readonly string[])[]): Promise<number> =>
    Math.max(...(await Promise.all(sets.map(accuracy))));
  return {
    oneColumn: await best(present.map((name) => [name])),
    twoColumns: await best(
      present.flatMap((one, i) => present.slice(i + 1).map((other) => [one, other])),
    ),
    staticColumns: await best([present.slice(0, 4), present]),
  };
}

/** Permutation importance of the inputs of a model on the test rows. */
function importanceOf(
  requests: Requests,
  table: LabelledRequests,
  { classifier, split }: Evaluation,
  seed: number | string,
): PermutationImportance {
  const rows = split.test.map((row) => table.requestRow[row]);
  const label = Uint8Array.from(split.test, (row) => table.label[row]);
  return inputImportance(classifier, selectRows(requests, rows), label, { seed, repeats: 2 });
}

/** The gates of a trained model. */
async function judgeModel(
  requests: Requests,
  table: LabelledRequests,
  best: TrainedModel,
  importance: PermutationImportance,
  { seed, bounds }: { seed: number | string; bounds: Attainability },
): Promise<GateResult[]> {
  const { split, classifier, testProbability } = best.evaluation;
  const blocks = blocksOf(requests, table);
  const [scored] = scoreModels([best], table.label, { seed: seedNumber(seed), blocks });
  const lookup = await evaluateOnSplit(lookupBaseline, table, split, {
    features: [bestColumn(table, split)],
  });
  const againstLookup = compareClassifiers(
    Uint8Array.from(split.test, (row) => table.label[row]),
    testProbability,
    lookup.testProbability,
    { blocks: takeBlocks(blocks, split.test) },
  );
  return [
    ...trainingGates({
      bounds,
      best: scored,
      againstLookup,
      cellsGap: await askedOnCells(requests, table, scored, seed),
      modelBytes: classifier.toArtefact().binary.byteLength,
      predictionMs: timeOnePrediction(classifier, table.features),
    }),
    ...importanceGates(importance),
  ];
}

/** The planned column whose lookup does best on the training rows. */
function bestColumn(table: LabelledRequests, split: Split): string {
  const present = STATIC_COLUMNS.filter((name) => table.features.names.includes(name));
  const hits = present.map((name) => {
    const { codeOfRow, codeCount } = codeColumn(
      table.features.columns[table.features.names.indexOf(name)],
    );
    const balance = new Float64Array(codeCount);
    for (const row of split.train) balance[codeOfRow[row]] += table.label[row] === 1 ? 1 : -1;
    return balance.reduce((sum, ahead) => sum + Math.abs(ahead), 0);
  });
  return present[hits.indexOf(Math.max(...hits))];
}

/** The best model's kind on whole context cells that it has not seen. */
async function askedOnCells(
  requests: Requests,
  table: LabelledRequests,
  { kind }: ScoredModel,
  seed: number | string,
): Promise<UnseenCells | null> {
  const cells = groupIntoCells(selectRows(requests, table.requestRow));
  const [family, options] = MODELS.find(([one]) => one.kind === kind)!;
  const asked = { seed: seedNumber(seed), options, threads: 1 };
  try {
    return await unseenCells(family, table, cells.codeOfRow, asked);
  } catch (error) {
    // Too few cells is a finding about the campaign, not a reason to stop.
    if (!(error instanceof TooFewRowsError)) throw error;
    return null;
  }
}

function blocksOf(requests: Requests, { requestRow }: LabelledRequests): Blocks {
  return timeBlocks(Float64Array.from(requestRow, (row) => requests.timestampMs[row]));
}

/** A number from a seed in words, for what takes numbers only. */
function seedNumber(seed: number | string): number {
  if (typeof seed === "number") return seed;
  return [...seed].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7);
}
