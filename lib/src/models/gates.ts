import { describeCeiling, highestCeiling, type Attainability } from "../attainability/index.js";
import { judgeGate, type GateResult } from "../campaign/index.js";
import { takeRows, type FeatureTable } from "../features/index.js";
import { quantile, wilsonInterval } from "../statistics/index.js";
import type { Classifier } from "./classifier.js";
import type { Comparison } from "./compare.js";
import type { Evaluation } from "./evaluate.js";
import type { GeneralisationResult } from "./generalisation.js";
import { positionBetween } from "./position.js";

/** What the gates of training are judged on. */
export interface TrainingEvidence {
  bounds: Attainability;
  /** The best model by validation accuracy. */
  best: Evaluation;
  bestTitle: string;
  /** The best model against the lookup of one column, on the test rows. */
  againstLookup: Comparison;
  /**
   * The best model (or another that was asked) on whole context cells it had not seen; null where
   * the data could not be cut so.
   */
  cellsGap: GeneralisationResult | null;
  modelBytes: number;
  predictionMs: number;
}

/** The gates of training and deployment. */
export function trainingGates({
  bounds,
  best,
  bestTitle,
  againstLookup,
  cellsGap,
  modelBytes,
  predictionMs,
}: TrainingEvidence): GateResult[] {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const [ecs, lambda] = best.test.classes;
  const { difference, midP } = againstLookup;
  const chance = wilsonInterval(
    Math.round(best.test.accuracy * best.test.weight),
    best.test.weight,
  );
  const halfWidth = (chance.high - chance.low) / 2;
  // Where floor and ceiling are nearer to each other than a test set can tell, a place between them
  // is chance.
  const way =
    positionBetween(bounds, { ...chance, estimate: best.test.accuracy })?.estimate ?? null;
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
      `ECS ${percent(ecs.precision)}, Lambda ${percent(lambda.precision)}`,
    ),
    judgeGate(
      "lift",
      way,
      `floor ${percent(bounds.best1.accuracy)}, model ${percent(best.test.accuracy)}, ` +
        `ceiling ${describeCeiling(bounds)}` +
        (bounds.ceilingBounds ? "; the way is measured to the high end" : "") +
        (way === null
          ? `: they are only ${(100 * apart).toFixed(2)} points apart, less than the ` +
            `${(100 * halfWidth).toFixed(2)} points that chance moves the test accuracy`
          : ""),
    ),
    judgeGate(
      "beats-lookup",
      difference.low,
      `difference ${(100 * difference.estimate).toFixed(2)} points ` +
        `[${(100 * difference.low).toFixed(2)}, ${(100 * difference.high).toFixed(2)}], ` +
        `McNemar mid-p ${midP.toPrecision(2)}; the value is the interval's lower end`,
    ),
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
