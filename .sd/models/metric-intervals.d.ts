import { type Blocks, type Interval } from "../statistics/index.js";
import { type Metrics } from "./metrics.js";
/** The metrics that get an interval. `…Ecs` is of label 0, `…Lambda` of label 1. */
export declare const METRIC_NAMES: readonly ["accuracy", "precisionEcs", "precisionLambda", "recallEcs", "recallLambda", "f1Ecs", "f1Lambda", "rocAuc", "logLoss", "brier"];
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
export declare function metricValue(metrics: Metrics, name: MetricName): number;
/**
 * Intervals of every metric, the model held fixed: what other test rows of the same kind would have
 * given. Blocks of time are resampled within runs (Rao and Wu, 1988), for rows near in time share
 * their fate. Where there are none, rows are resampled one by one (Efron, 1979), and whoever shows
 * it must say so; rows with the same label and prediction cannot be told apart, so their numbers
 * are drawn at once (multinomially): exact, and a folded table costs next to nothing. Weights must
 * then be whole numbers, for they count rows; blocks take no weights. Resamples in which a metric is
 * undefined are left out of its interval.
 */
export declare function metricIntervals(label: Uint8Array, probability: Float64Array, weight?: Float64Array, options?: MetricIntervalOptions): Record<MetricName, Interval>;
