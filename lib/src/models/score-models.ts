import { takeBlocks, type Blocks, type Interval } from "../statistics/index.js";
import { calibrationCurve, type Calibration } from "./calibration.js";
import type { Evaluation } from "./evaluate.js";
import { metricIntervals, type MetricName } from "./metric-intervals.js";
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
 * Test metrics with intervals, and calibration, of each model. `label` and `blocks` are those of
 * the whole table; a table that carries no time has no blocks, and its rows are taken as
 * independent.
 */
export function scoreModels(
  models: readonly TrainedModel[],
  label: Uint8Array,
  { seed, blocks: ofTable }: { seed: number; blocks?: Blocks },
): ScoredModel[] {
  return models.map(({ title, evaluation }) => {
    const { split, testProbability } = evaluation;
    const tested = Uint8Array.from(split.test, (row) => label[row]);
    const blocks = ofTable && takeBlocks(ofTable, split.test);
    return {
      kind: evaluation.classifier.kind,
      title,
      evaluation,
      intervals: metricIntervals(tested, testProbability, undefined, { seed, blocks }),
      unit: blocks ? "block" : "row",
      units: blocks ? blocks.blockCount : tested.length,
      calibration: calibrationCurve(tested, testProbability, undefined, {
        strategy: "quantile",
        blocks,
      }),
    };
  });
}

/**
 * The best by accuracy on the validation rows (the first of equals): the test rows do not choose.
 */
export function bestByValidation<Model extends { evaluation: Evaluation }>(
  models: readonly Model[],
): Model {
  const accuracy = ({ evaluation }: Model): number => evaluation.validation?.accuracy ?? -Infinity;
  if (models.length === 0) throw new RangeError("there is no model to choose from");
  return models.reduce((best, model) => (accuracy(model) > accuracy(best) ? model : best));
}

/** A scored model without its model and its rows, as it is written down. */
export function scoreRecord({
  kind,
  title,
  evaluation,
  intervals,
  unit,
  units,
  calibration,
}: ScoredModel): object {
  const { train, validation, test, gap } = evaluation;
  return { title, kind, train, validation, test, intervals, unit, units, gap, calibration };
}
