import { describeCeiling, highestCeiling, type Attainability } from "../attainability/index.js";
import { judgeGate, type GateResult } from "../campaign/index.js";
import { takeRows, type FeatureTable } from "../features/index.js";
import { isKnown, quantile } from "../statistics/index.js";
import type { Classifier } from "./classifier.js";
import type { Comparison } from "./compare.js";
import type { GeneralisationResult } from "./generalisation.js";
import { positionBetween } from "./position.js";
import type { ScoredModel } from "./score-models.js";

/** A model on whole context cells that it has not seen. */
export type UnseenCells = Pick<GeneralisationResult, "title" | "train" | "test" | "gap">;

/** What the gates of training are judged on. */
export interface TrainingEvidence {
  bounds: Attainability;
  /** The best model by validation accuracy. */
  best: ScoredModel;
  /**
   * The best model (first) against the best lookup of one column of the training rows, on the test
   * rows: the one comparison that decides whether a model knows more than a table.
   */
  againstLookup: Comparison;
  /**
   * The best model (or another that was asked) on whole context cells it had not seen; null where
   * the data could not be cut so.
   */
  cellsGap: UnseenCells | null;
  modelBytes: number;
  predictionMs: number;
}

/** The gates of training and deployment. */
export function trainingGates({
  bounds,
  best: { evaluation: best, title: bestTitle, intervals },
  againstLookup,
  cellsGap,
  modelBytes,
  predictionMs,
}: TrainingEvidence): GateResult[] {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  // NaN where the model never says that platform.
  const precisionOf = ({ precision }: { precision: number }): string =>
    Number.isNaN(precision) ? "never answered" : percent(precision);
  const [ecs, lambda] = best.test.classes;
  const { accuracy } = intervals;
  const halfWidth = (accuracy.high - accuracy.low) / 2;
  // Where floor and ceiling are nearer to each other than a test set can tell, a place between them
  // is chance.
  const way = positionBetween(bounds, accuracy)?.estimate ?? null;
  const apart = highestCeiling(bounds) - bounds.best1.accuracy;
  return [
    judgeGate(
      "accuracy",
      best.test.accuracy,
      `${bestTitle} on the test rows; no model on these features can pass ` +
        `${percent(highestCeiling(bounds))}`,
    ),
    judgeGate(
      "gap",
      best.gap,
      `training ${percent(best.train.accuracy)}, test ${percent(best.test.accuracy)}; on a ` +
        "random split the same feature vectors stand on both sides",
    ),
    judgeGate(
      "precision-balance",
      Math.abs(ecs.precision - lambda.precision),
      `ECS ${precisionOf(ecs)}, Lambda ${precisionOf(lambda)}`,
    ),
    judgeGate(
      "lift",
      way,
      `floor (best lookup of one column) ${percent(bounds.best1.accuracy)}, ` +
        `model ${percent(best.test.accuracy)}, ceiling ${describeCeiling(bounds)}` +
        (bounds.ceilingBounds ? "; the way is measured to the high end" : "") +
        (way === null ? `: ${chanceIsWider(apart, halfWidth)}` : ""),
    ),
    beatsLookup(againstLookup, bestTitle),
    cellsGap
      ? judgeGate(
          "gap-cells",
          cellsGap.gap,
          `${cellsGap.title}: training ${percent(cellsGap.train)}, unseen cells ` +
            `${percent(cellsGap.test)}`,
        )
      : judgeGate("gap-cells", null, "there are too few context cells to leave some out"),
    judgeGate(
      "prediction-time",
      predictionMs,
      `${bestTitle}, one row at a time, 99th percentile, rounded up`,
    ),
    judgeGate("model-size", modelBytes / 1e6, "the largest of the models on disk"),
  ];
}

/**
 * The gate "beats-lookup": whether a model is better than the best lookup of one column of the
 * training rows beyond chance. Every sentence that says so is to be made from its verdict.
 */
export function beatsLookup(
  { difference, unit, units, midP }: Comparison,
  bestTitle: string,
): GateResult {
  const points = (value: number): string => (100 * value).toFixed(2);
  const found =
    `${bestTitle} against the best lookup of one column: ` +
    `${points(difference.estimate)} points`;
  if (!isKnown(difference))
    return judgeGate(
      "beats-lookup",
      null,
      `${found}, and the test rows lie in ${units} block${units === 1 ? "" : "s"} of time: too ` +
        "short to say how much of that is chance",
    );
  const resampled =
    unit === "block"
      ? `${units} blocks of time, resampled within runs`
      : `${units} rows taken as independent, for the table carries no time`;
  return judgeGate(
    "beats-lookup",
    difference.low,
    `${found} [${points(difference.low)}, ${points(difference.high)}] (${resampled}; McNemar row ` +
      `by row: mid-p ${midP.toPrecision(2)}); the value is the interval's lower end`,
  );
}

function chanceIsWider(headroom: number, halfWidth: number): string {
  return (
    `they are only ${(100 * headroom).toFixed(2)} points apart, less than ` +
    (halfWidth < Infinity
      ? `the ${(100 * halfWidth).toFixed(2)} points that chance moves the test accuracy`
      : "chance may move the test accuracy, of which one block of time tells nothing")
  );
}

/**
 * Steps a prediction's time is rounded up to, ms: a time is never the same twice, and the artefacts
 * of a run are.
 */
const STEPS_MS = [1, 2, 5, 10, 20, 50, 100, 1000];

/** The 99th percentile of the time one prediction takes, in ms, rounded up to 1, 2, 5, 10 ... */
export function timeOnePrediction(
  classifier: Classifier,
  features: FeatureTable,
  predictions = 500,
): number {
  const times = new Float64Array(predictions);
  const warmUp = 100;
  for (let i = -warmUp; i < predictions; i++) {
    const one = takeRows(features, [(i + warmUp) % features.rowCount]);
    const started = performance.now();
    classifier.predictProbability(one);
    if (i >= 0) times[i] = performance.now() - started;
  }
  const p99 = quantile(times, 0.99);
  return STEPS_MS.find((step) => p99 <= step) ?? p99;
}
