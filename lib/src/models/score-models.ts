import type { Interval } from "../statistics/index.js";
import { calibrationCurve, type Calibration } from "./calibration.js";
import type { Evaluation } from "./evaluate.js";
import { metricIntervals, type MetricName } from "./metric-intervals.js";
import type { TrainedModel } from "./train-families.js";

/** A trained model with everything that is reported of it. */
export interface ScoredModel {
  kind: string;
  title: string;
  evaluation: Evaluation;
  /** Test metrics with bootstrap intervals over the test rows. */
  intervals: Record<MetricName, Interval>;
  /** On the test rows. */
  calibration: Calibration;
}

/**
 * Test metrics with intervals, and calibration, of each model. `label` is that of the whole table.
 */
export function scoreModels(
  models: readonly TrainedModel[],
  label: Uint8Array,
  { seed }: { seed: number },
): ScoredModel[] {
  return models.map(({ title, evaluation }) => {
    const tested = Uint8Array.from(evaluation.split.test, (row) => label[row]);
    return {
      kind: evaluation.classifier.kind,
      title,
      evaluation,
      intervals: metricIntervals(tested, evaluation.testProbability, undefined, { seed }),
      calibration: calibrationCurve(tested, evaluation.testProbability, undefined, {
        strategy: "quantile",
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
  calibration,
}: ScoredModel): object {
  const { train, validation, test, gap } = evaluation;
  return { title, kind, train, validation, test, intervals, gap, calibration };
}
