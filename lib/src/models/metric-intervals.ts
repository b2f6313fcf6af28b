import {
  blockResampler,
  codeRows,
  createRandom,
  drawMultinomial,
  quantileSorted,
  resampledInterval,
  type Blocks,
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
  /** Blocks of time of the rows; without them rows are resampled one by one. */
  blocks?: Blocks | undefined;
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
 * Intervals of every metric, the model held fixed: what other test rows of the same kind would have
 * given. Blocks of time are resampled within runs (Rao and Wu, 1988), for rows near in time share
 * their fate. Where there are none, rows are resampled one by one (Efron, 1979), and whoever shows
 * it must say so; rows with the same label and prediction cannot be told apart, so their numbers
 * are drawn at once (multinomially): exact, and a folded table costs next to nothing. Weights must
 * then be whole numbers, for they count rows; blocks take no weights. Resamples in which a metric
 * is undefined are left out of its interval.
 */
export function metricIntervals(
  label: Uint8Array,
  probability: Float64Array,
  weight?: Float64Array,
  options: MetricIntervalOptions = {},
): Record<MetricName, Interval> {
  const { repeats = 1000, level = 0.95, seed = 42, threshold = 0.5, blocks } = options;
  if (blocks && weight) throw new RangeError("rows that lie in blocks have no weights");
  const scores = foldScores(label, probability, weight);
  const { resample, degreesOfFreedom } = blocks
    ? resampleBlocks(label, probability, scores, blocks, seed)
    : { resample: resampleRows(scores, seed), degreesOfFreedom: null };
  const estimate = scoreMetrics(scores, threshold);
  const values = METRIC_NAMES.map(() => new Float64Array(repeats));
  for (let repeat = 0; repeat < repeats; repeat++) {
    const metrics = scoreMetrics(resample(), threshold);
    METRIC_NAMES.forEach((name, m) => (values[m][repeat] = metricValue(metrics, name)));
  }
  const intervals = METRIC_NAMES.map((name, m): [MetricName, Interval] => {
    const value = metricValue(estimate, name);
    if (degreesOfFreedom !== null)
      return [
        name,
        withinRange(name, resampledInterval(value, values[m], degreesOfFreedom, level)),
      ];
    const defined = values[m].filter((one) => !Number.isNaN(one)).sort();
    return [
      name,
      {
        estimate: value,
        low: quantileSorted(defined, (1 - level) / 2),
        high: quantileSorted(defined, (1 + level) / 2),
        level,
      },
    ];
  });
  return Object.fromEntries(intervals) as Record<MetricName, Interval>;
}

/**
 * A share is 0 to 1 and a loss 0 or more, however few blocks Student's interval was drawn from. One
 * that is not known stays so.
 */
function withinRange(name: MetricName, interval: Interval): Interval {
  const { low, high } = interval;
  if (!Number.isFinite(high - low)) return interval;
  const most = name === "logLoss" ? Infinity : 1;
  return { ...interval, low: Math.max(0, low), high: Math.min(most, high) };
}

/**
 * A function that returns one bootstrap resample of folded predictions after the other (in the same
 * arrays).
 */
function resampleRows(scores: Scores, seed: number | string): () => Scores {
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

/**
 * The same over blocks: a block's rows weigh together what the block was drawn with. Rows of one
 * block, label and prediction are added up first.
 */
function resampleBlocks(
  label: Uint8Array,
  probability: Float64Array,
  scores: Scores,
  { blockOfRow, blockCount, runOfBlock }: Blocks,
  seed: number | string,
): { resample: () => Scores; degreesOfFreedom: number } {
  const random = createRandom(seed).fork("metric-intervals");
  const { draw, degreesOfFreedom } = blockResampler(blockCount, runOfBlock);
  const entryOf = new Map(Array.from(scores.probability, (p, i) => [p, i]));
  const cells = codeRows([blockOfRow, label, probability], label.length);
  const rows = new Float64Array(cells.codeCount);
  for (const cell of cells.codeOfRow) rows[cell]++;
  const first = cells.firstRow;
  const block = Uint32Array.from(first, (row) => blockOfRow[row]);
  const entry = Uint32Array.from(first, (row) => entryOf.get(probability[row])!);
  const isPositive = Uint8Array.from(first, (row) => label[row]);
  const negatives = new Float64Array(scores.probability.length);
  const positives = new Float64Array(scores.probability.length);
  const resample = (): Scores => {
    const weight = draw(random);
    negatives.fill(0);
    positives.fill(0);
    for (let cell = 0; cell < rows.length; cell++)
      (isPositive[cell] ? positives : negatives)[entry[cell]] += weight[block[cell]] * rows[cell];
    return {
      probability: scores.probability,
      negatives,
      positives,
      negativeWeight: negatives.reduce((sum, value) => sum + value, 0),
      positiveWeight: positives.reduce((sum, value) => sum + value, 0),
    };
  };
  return { resample, degreesOfFreedom };
}
