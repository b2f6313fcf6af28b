import { shapleyValues, permutationImportance } from "lib/explain";
import {
  THESIS_TERMS,
  labelRequests,
  lambdaShare,
  type Labels,
  type LabelScheme,
} from "lib/labels";
import { gradientBoosting, randomForest, type Classifier, type TrainingData } from "lib/models";
import { takeRows } from "lib/features";
import type { Requests } from "lib/requests";
import type { Measurement } from "./python-side.js";

/** One piece of work that both sides do. */
export interface Task {
  /** Its name on the Python side, or null where there is nothing to compare with. */
  name: string;
  title: string;
  against: string | null;
  /** How many times faster this side is meant to be, or the most seconds. */
  target: string;
  /** What has to be there before, off the clock. */
  prepare?(): Promise<void>;
  measure(): Promise<Measurement>;
}

const THREADS = 2;

/**
 * What models are measured at on a generated table. Those that need a fitted one fit it, if no task
 * before has.
 */
export function modelTasks(train: TrainingData, test: TrainingData): Task[] {
  const fitted = new Map<string, Classifier>();
  const fit = {
    forest: () => randomForest.fit(train, { maxDepth: 16 }, { threads: THREADS }),
    boosting: () => gradientBoosting.fit(train, {}, { threads: THREADS }),
  };
  const model = (kind: string): Classifier => fitted.get(kind)!;
  const prepare = (kind: "forest" | "boosting") => async (): Promise<void> =>
    void (fitted.has(kind) || fitted.set(kind, await fit[kind]()));
  return [
    {
      name: "forest",
      title: "random forest, 100 x depth 16",
      against: "scikit-learn",
      target: "4x",
      measure: () =>
        timed(
          async () => fitted.set("forest", await fit.forest()),
          () => accuracy(model("forest"), test),
        ),
    },
    {
      name: "boosting",
      title: "gradient boosting, 100 x depth 6",
      against: "XGBoost hist",
      target: "1x",
      measure: () =>
        timed(
          async () => fitted.set("boosting", await fit.boosting()),
          () => accuracy(model("boosting"), test),
        ),
    },
    {
      name: "boosting-one-thread",
      title: "the same on one thread each",
      against: "XGBoost hist",
      target: "",
      prepare: prepare("boosting"),
      measure: () =>
        timed(
          () => gradientBoosting.fit(train, {}, { threads: 1 }),
          () => accuracy(model("boosting"), test),
        ),
    },
    {
      name: "importance",
      title: `permutation importance of the forest, 5 repeats, ${test.label.length} rows`,
      against: "scikit-learn",
      target: "4x",
      prepare: prepare("forest"),
      measure: async () => {
        let first = NaN;
        return timed(
          () =>
            void (first = permutationImportance(model("forest"), test, { repeats: 5 }).groups[0]
              .accuracy.mean),
          () => first,
        );
      },
    },
    {
      name: "interactions",
      title:
        "exact interventional Shapley values with all interactions, boosting, 1,000 rows x " +
        "100 background",
      against: "XGBoost's path-dependent ones",
      target: "5x, 4 s",
      prepare: prepare("boosting"),
      measure: () =>
        timed(
          async () => {
            const rows = (from: number, count: number) =>
              takeRows(
                test.features,
                Uint32Array.from({ length: count }, (_, i) => from + i),
              );
            await shapleyValues(
              model("boosting"),
              rows(0, 1000),
              { features: rows(1000, 100) },
              { interactions: true },
            );
          },
          () => NaN,
        ),
    },
  ];
}

/**
 * The author's two labellings of a campaign that is read already; the score is the share that is
 * Lambda's.
 */
export function labelTasks(requests: Requests): Task[] {
  return (
    [
      ["request-vs-median", "16"],
      ["percentile-bucket", "24"],
    ] as const
  ).map(([scheme, secondsThere]: readonly [LabelScheme, string]): Task => ({
    name: scheme,
    title: `${scheme} labels of the variance run (his script: ${secondsThere} s)`,
    against: null,
    target: "0.2 s",
    measure: () => {
      let labels!: Labels;
      return timed(
        () => (labels = labelRequests(requests, { ...THESIS_TERMS, scheme })),
        () => lambdaShare(labels),
      );
    },
  }));
}

/** Seconds that `work` takes; the score is computed off the clock. */
export async function timed(work: () => unknown, score: () => number): Promise<Measurement> {
  const start = performance.now();
  const busy = process.cpuUsage();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(busy);
  return { seconds, processorSeconds: (user + system) / 1e6, score: score() };
}

export function accuracy(classifier: Classifier, { features, label }: TrainingData): number {
  return (
    classifier
      .predictProbability(features)
      .reduce((right, p, row) => right + ((p > 0.5 ? 1 : 0) === label[row] ? 1 : 0), 0) /
    label.length
  );
}
