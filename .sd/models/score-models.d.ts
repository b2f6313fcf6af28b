import { type Blocks, type Interval } from "../statistics/index.js";
import { type Calibration } from "./calibration.js";
import type { Evaluation } from "./evaluate.js";
import { type MetricName } from "./metric-intervals.js";
import type { TrainedModel } from "./train-families.js";
/** A trained model with everything that is reported of it. */
export interface ScoredModel {
    kind: string;
    title: string;
    evaluation: Evaluation;
    /** Test metrics with their intervals. */
    intervals: Record<MetricName, Interval>;
    /** What the intervals resample, and how many there are among the test rows. */
    unit: "block" | "row";
    units: number;
    /** On the test rows. */
    calibration: Calibration;
}
/**
 * Test metrics with intervals, and calibration, of each model. `label` and `blocks` are those of the
 * whole table; a table that carries no time has no blocks, and its rows are taken as independent.
 */
export declare function scoreModels(models: readonly TrainedModel[], label: Uint8Array, { seed, blocks: ofTable }: {
    seed: number;
    blocks?: Blocks;
}): ScoredModel[];
/**
 * The best by accuracy on the validation rows (the first of equals): the test rows do not choose.
 */
export declare function bestByValidation<Model extends {
    evaluation: Evaluation;
}>(models: readonly Model[]): Model;
/** A scored model without its model and its rows, as it is written down. */
export declare function scoreRecord({ kind, title, evaluation, intervals, unit, units, calibration, }: ScoredModel): object;
