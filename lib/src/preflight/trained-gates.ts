import {
  attainability,
  foldDistinct,
  labelledRequests,
  type LabelledRequests,
} from "../attainability/index.js";
import { judgeGate, type GateResult } from "../campaign/index.js";
import { importanceGates, inputImportance } from "../explain/index.js";
import { FEATURES, takeColumns, usualFeatureSets, type FeatureSet } from "../features/index.js";
import type { Labels } from "../labels/index.js";
import {
  bestByValidation,
  compareClassifiers,
  evaluateOnSplit,
  gradientBoosting,
  groupSplit,
  logisticRegression,
  lookupBaseline,
  randomForest,
  stratifiedSplit,
  timeOnePrediction,
  trainingGates,
  type ClassifierFamily,
  type Evaluation,
  type GeneralisationResult,
  type Split,
} from "../models/index.js";
import { groupIntoCells, selectRows, type Requests } from "../requests/index.js";

/** What training on a campaign gives, and what no model is needed for. */
export interface TrainedCampaign {
  gates: GateResult[];
  /** Title of the best model by validation accuracy, and its accuracy on the test rows. */
  model: string;
  accuracy: number;
  /** Accuracy on the test rows of lookups of the training rows, on what is planned (no state). */
  lookups: { oneColumn: number; twoColumns: number; staticColumns: number };
  /** Share of the importance and drop in accuracy by input of the model. */
  inputs: { input: string; drop: number; share: number }[];
}

export interface TrainedOptions {
  seed: number | string;
  features?: readonly FeatureSet[];
  /** Leaves out all but gradient boosting and the cells it has not seen: a search's first look. */
  quick?: boolean;
}

/**
 * Models as a pre-flight trains them: boosting and a forest held back enough to generalise, and
 * logistic regression. The network is left to notebook 04: it takes longer than all of these and
 * has not been the best where these stood beside it.
 */
const MODELS: readonly [ClassifierFamily<{ seed: number }>, object][] = [
  [gradientBoosting, { learningRate: 0.1, maxDepth: 4, nEstimators: 120 }],
  [randomForest, { nEstimators: 60, maxDepth: 12, minSamplesLeaf: 5 }],
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

/** Trains on a labelled campaign and judges the gates of training, importance and deployment. */
export async function judgeTraining(
  requests: Requests,
  labels: Labels,
  { seed, features: sets = usualFeatureSets(requests), quick = false }: TrainedOptions,
): Promise<TrainedCampaign | null> {
  const table = labelledRequests(requests, labels, sets);
  if (!table.label.includes(0) || !table.label.includes(1)) return null;
  const split = stratifiedSplit(table.label, undefined, seed);
  const trained = await trainModels(table, split, quick ? MODELS.slice(0, 1) : MODELS);
  const best = bestByValidation(trained);
  const lookups = await judgeLookups(table, split);
  const tested = Uint8Array.from(split.test, (row) => table.label[row]);
  const testRequests = selectRows(
    requests,
    split.test.map((row) => table.requestRow[row]),
  );
  const importance = inputImportance(best.evaluation.classifier, testRequests, tested, {
    seed,
    repeats: 2,
  });
  const total = importance.groups.reduce((sum, g) => sum + Math.max(0, g.accuracy.mean), 0);
  return {
    model: best.title,
    accuracy: best.evaluation.test.accuracy,
    lookups: {
      oneColumn: lookups.one.test.accuracy,
      twoColumns: lookups.two.test.accuracy,
      staticColumns: lookups.all.test.accuracy,
    },
    inputs: importance.groups.map(({ name, accuracy }) => ({
      input: name,
      drop: accuracy.mean,
      share: Math.max(0, accuracy.mean) / total,
    })),
    gates: [
      ...trainingGates({
        bounds: attainability(foldDistinct(table.features, table.label)),
        best: best.evaluation,
        bestTitle: best.title,
        againstLookup: compareClassifiers(
          tested,
          best.evaluation.testProbability,
          lookups.two.testProbability,
        ),
        cellsGap: await unseenCells(requests, table, seed),
        modelBytes: best.evaluation.classifier.toArtefact().data.byteLength,
        predictionMs: timeOnePrediction(best.evaluation.classifier, table.features),
      }),
      ...importanceGates(importance, importance),
    ],
  };
}

interface Trained {
  title: string;
  evaluation: Evaluation;
}

async function trainModels(
  table: LabelledRequests,
  split: Split,
  models: typeof MODELS,
): Promise<Trained[]> {
  const trained: Trained[] = [];
  for (const [family, options] of models)
    trained.push({
      title: family.title,
      evaluation: await evaluateOnSplit(family, table, split, options, { threads: 1 }),
    });
  return trained;
}
