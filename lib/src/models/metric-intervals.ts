import {
  createRandom,
  drawMultinomial,
  quantileSorted,
  type Interval,
} from "../statistics/index.js";
import { scoreMetrics, type Metrics } from "./metrics.js";
import { foldScores, type Scores } from "./scores.js";

/** The metrics that get an interval. `…Ecs` is of label 0, `…Lambda` of label 1. */
export const METRIC_NAMES = [
  "accuracy",
  "precisionEcs",
  "precisionLambda",
  "recallEcs",
  "recallLambda",
  "f1Ecs",
  "f1Lambda",
  "rocAuc",
  "logLoss",
  "brier",
] as const;
export type MetricName = (typeof METRIC_NAMES)[number];

export interface MetricIntervalOptions {
  /** Resamples; 1000 unless said. */
  repeats?: number;
  /** Confidence level; .95 unless said. */
  level?: number;
  seed?: number | string;
  threshold?: number;
}

/** One metric by its name. */
export function metricValue(metrics: Metrics, name: MetricName): number {
  const [ecs, lambda] = metrics.classes;
  switch (name) {
    case "precisionEcs":
      return ecs.precision;
    case "precisionLambda":
      return lambda.precision;
    case "recallEcs":
      return ecs.recall;
    case "recallLambda":
      return lambda.recall;
    case "f1Ecs":
      return ecs.f1;
    case "f1Lambda":
      return lambda.f1;
    default:
      return metrics[name];
  }
}

/**
 * Percentile bootstrap intervals of every metric over the rows (Efron, 1979), the model held fixed:
 * what other test rows of the same kind would have given. Rows with the same label and prediction
 * cannot be told apart, so their numbers are drawn at once (multinomially): exact, and a folded
 * table costs next to nothing. Weights must be whole numbers, for they count rows. Resamples in
 * which a metric is undefined are left out of its interval.
 */
export function metricIntervals(
  label: Uint8Array,
  probability: Float64Array,
  weight?: Float64Array,
  options: MetricIntervalOptions = {},
): Record<MetricName, Interval> {
  const { repeats = 1000, level = 0.95, seed = 42, threshold = 0.5 } = options;
  const scores = foldScores(label, probability, weight);
  const resample = resampler(scores, seed);
  const estimate = scoreMetrics(scores, threshold);
  const values = METRIC_NAMES.map(() => new Float64Array(repeats));
  for (let repeat = 0; repeat < repeats; repeat++) {
    const metrics = scoreMetrics(resample(), threshold);
    METRIC_NAMES.forEach((name, m) => (values[m][repeat] = metricValue(metrics, name)));
  }
  const intervals = METRIC_NAMES.map((name, m): [MetricName, Interval] => {
    const defined = values[m].filter((value) => !Number.isNaN(value)).sort();
    return [
      name,
      {
        estimate: metricValue(estimate, name),
        low: quantileSorted(defined, (1 - level) / 2),
        high: quantileSorted(defined, (1 + level) / 2),
        level,
      },
    ];
  });
  return Object.fromEntries(intervals) as Record<MetricName, Interval>;
}

/**
 * A function that returns one bootstrap resample of folded predictions after the other (in the same
 * arrays).
 */
function resampler(scores: Scores, seed: number | string): () => Scores {
  const random = createRandom(seed).fork("metric-intervals");
  const size = scores.probability.length;
  const rows = scores.negativeWeight + scores.positiveWeight;
  const cells = new Float64Array(2 * size);
  const counts = new Float64Array(2 * size);
  cells.set(scores.negatives);
  cells.set(scores.positives, size);
  if (!cells.every(Number.isInteger))
    throw new RangeError("a bootstrap counts rows: weights must be whole numbers");
  // Many cells of few rows each: drawing row by row is sooner done, and the same in distribution.
  const cellOfRow =
    rows < 4 * cells.length
      ? Uint32Array.from(
          Array.from(cells, (count, cell) => new Array<number>(count).fill(cell)).flat(),
        )
      : null;
  const draw = (): void => {
    if (!cellOfRow) return drawMultinomial(random, rows, cells, counts);
    counts.fill(0);
    for (let row = 0; row < rows; row++) counts[cellOfRow[random.integer(rows)]]++;
  };
  return () => {
    draw();
    let negativeWeight = 0;
    for (let i = 0; i < size; i++) negativeWeight += counts[i];
    return {
      probability: scores.probability,
      negatives: counts.subarray(0, size),
      positives: counts.subarray(size),
      negativeWeight,
      positiveWeight: rows - negativeWeight,
    };
  };
}
