import { describeCeiling, type Attainability } from "../../attainability/index.js";
import type {
  CategoryAccuracy,
  GeneralisationResult,
  NamedComparison,
  ScoredModel,
  Tuning,
} from "../../models/index.js";
import { resampledWords } from "../format.js";
import { showTable } from "../table.js";

/** Floor and ceiling, before any training. */
export function showBounds(bounds: Attainability): void {
  const { constant, best1, best2, best3, ceiling, ceilingBounds, distinctVectors, rows } = bounds;
  const everything = `all: ${distinctVectors} distinct vectors in ${rows} rows`;
  showTable(
    [
      { what: "always the larger class", accuracy: constant, columns: "" },
      ...[best1, best2, best3].map(({ accuracy, features }, i) => ({
        what: `best lookup of ${i + 1} column${i ? "s" : ""}`,
        accuracy,
        columns: features.join(", "),
      })),
      {
        what: ceilingBounds ? `best possible, ${describeCeiling(bounds)}` : "best possible",
        accuracy: ceilingBounds ?? ceiling,
        columns: everything,
      },
    ],
    {
      columns: "what:: | accuracy:share | columns",
      caption: "Accuracy on all labelled rows, without any training",
    },
  );
}

/** The last round of each search, and the trials before it by their number. */
export function showSearch(tunings: readonly Tuning[]): void {
  const rows = tunings.map(({ title, trials, winner, savedLogLoss, adopted }) => {
    const won = trials.filter(
      ({ round, kept }) => kept && round === trials[trials.length - 1].round,
    )[0];
    const sets = new Set(trials.map(({ options }) => options)).size;
    return {
      title,
      sets,
      trials: trials.length,
      winner,
      logLoss: won.logLoss,
      error: won.logLossError,
      saved: savedLogLoss,
      taken: Object.keys(adopted).length > 0 ? winner : "defaults",
    };
  });
  showTable(rows, {
    columns:
      "title::model | sets:count:sets of options | trials:count | winner | " +
      "logLoss:number:its log loss, cross-validated | error:number:standard error | " +
      "saved:number:log loss saved against the defaults, validation rows | taken::trained with",
    caption: "Successive halving on the training rows",
  });
}

/** Test metrics of each model with their intervals. */
export function showScores(models: readonly ScoredModel[]): void {
  showTable(
    models.map(({ title, evaluation, intervals }) => ({
      title,
      train: evaluation.train.accuracy,
      ...intervals,
      gap: evaluation.gap,
    })),
    {
      columns:
        "title::model | train:share:accuracy, training | accuracy:share:accuracy, test | " +
        "rocAuc:number:ROC-AUC | logLoss:number:log loss | brier:number:Brier score | " +
        "gap:points",
      caption:
        `${models[0].evaluation.split.test.length} test rows, ` +
        `${models[0].evaluation.split.name}; 95 % intervals: ` +
        resampledWords(models[0].unit, models[0].units),
    },
  );
}

/** Precision, recall and F1 of both classes with their intervals. */
export function showClassScores(models: readonly ScoredModel[]): void {
  showTable(
    models.map(({ title, intervals }) => ({ title, ...intervals })),
    {
      columns:
        "title::model | precisionEcs:share:precision, ECS | precisionLambda:share:precision, " +
        "Lambda | recallEcs:share:recall, ECS | recallLambda:share:recall, Lambda | " +
        "f1Ecs:share:F1, ECS | f1Lambda:share:F1, Lambda",
      caption:
        "By class, on the test rows; 95 % intervals: " +
        resampledWords(models[0].unit, models[0].units),
    },
  );
}

/**
 * Accuracy within the categories of a column, beside that of always answering their larger class.
 */
export function showCategories(
  categories: readonly CategoryAccuracy[],
  what: string,
  title: string,
): void {
  showTable(categories, {
    columns: `name::${what} | rows:count | accuracy:share | constant:share:always the larger class`,
    caption: `${title} by ${what}, test rows`,
  });
}

/**
 * Pairs of models: the same answers, the paired test over blocks of time, and McNemar's row by row.
 */
export function showPairs(pairs: readonly NamedComparison[]): void {
  showTable(pairs, {
    columns:
      "a | b | identicalShare:share:same answers | onlyFirstRight:count:only a right | " +
      "onlySecondRight:count:only b right | difference:points:accuracy a - b | " +
      "p:pValue | midP:pValue:McNemar mid-p, row by row",
    caption:
      pairs.length === 0
        ? "Pairs of models on the test rows"
        : "Pairs of models on the test rows; differences with 95 % intervals and p over " +
          resampledWords(pairs[0].unit, pairs[0].units),
  });
}

/** How far the probabilities are from honest. */
export function showCalibration(models: readonly ScoredModel[]): void {
  showTable(
    models.map(({ title, calibration, intervals }) => ({
      title,
      expectedError: calibration.expectedError,
      largestError: calibration.largestError,
      brier: intervals.brier,
    })),
    {
      columns:
        "title::model | brier:number:Brier score | expectedError:points:expected calibration " +
        "error | largestError:points:largest error of a tenth",
      caption: "Calibration on the test rows",
    },
  );
}

/** Gaps by what was left out. */
export function showGeneralisation(results: readonly GeneralisationResult[]): void {
  showTable(results, {
    columns:
      "question::left out | title::model | splits:count | seenShare:share:vectors seen in " +
      "training | train:share:accuracy, training | test:share:accuracy, left out | " +
      "gap:points | lowest:share:worst split | constant:share:larger class there",
    caption: "Means over what is left out in turn, weighted by rows",
  });
}
