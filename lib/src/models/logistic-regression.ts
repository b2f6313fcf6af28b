import { foldDistinct } from "../attainability/index.js";
import type { FeatureTable } from "../features/index.js";
import { InputError, invertCholesky } from "../statistics/index.js";
import type { Classifier, ModelArtefact, StudyFamily } from "./classifier.js";
import { logistic, solveLogistic, type LogisticProblem } from "./logistic-newton.js";
import { findSeparation, SEPARATION_ITERATIONS, type Separation } from "./separation.js";
import { scaleOf, standardise, type Scale } from "./standardise.js";
import { checkTrainingData, columnsOf, requireBothClasses } from "./training-data.js";

export interface LogisticRegressionOptions {
  /** Not used: the optimum is unique, and found without chance. */
  seed: number;
  /**
   * Inverse strength of the L2 penalty on the standardised coefficients, as scikit-learn's `C`;
   * Infinity for none. The intercept is free.
   */
  C: number;
  maxIterations: number;
}

/**
 * "constant" and "aliased" (a linear combination of the features before it; without a penalty only)
 * are left out: coefficient 0.
 */
export type CoefficientStatus = "estimated" | "constant" | "aliased" | "separated";

/**
 * One feature's coefficient: the change in ln odds of label 1 per standard deviation, and per unit.
 */
export interface LogisticCoefficient {
  feature: string;
  standardised: number;
  /** Standard errors; NaN where the coefficient was left out or has no finite value. */
  standardisedError: number;
  raw: number;
  rawError: number;
  status: CoefficientStatus;
  /** Weight of the training rows without a value; the mean stands in for it. */
  missing: number;
}

/**
 * What a fit found. Standard errors come from the inverse Hessian, penalty included: Wald's where C
 * is Infinity, else the large-sample Bayesian ones.
 */
export interface LogisticReport {
  /** In the raw features' units. */
  intercept: number;
  interceptError: number;
  coefficients: LogisticCoefficient[];
  logLikelihood: number;
  iterations: number;
  converged: boolean;
  /** null where the data are not separated; with a penalty the fit exists all the same. */
  separation: Separation | null;
}

/** The Hessian is kept whole: above this many features it would outgrow memory and patience. */
const MOST_FEATURES = 2000;

/**
 * Logistic regression on standardised features with an L2 penalty: the model of scikit-learn's
 * `make_pipeline(StandardScaler(), LogisticRegression(C=…))`, at its exact optimum. Rows are folded
 * first, which changes nothing. A missing value takes the training mean. Throws where only one
 * class is present.
 */
export const logisticRegression: StudyFamily<LogisticRegressionOptions> = {
  kind: "logistic-regression",
  title: "Logistic regression",
  defaults: { seed: 42, C: 1, maxIterations: 100 },
  load: loadLogisticRegression,
  searchSpace: { grid: { C: [0.001, 0.01, 0.1, 10, 100, 1000] }, budget: 7, folds: 3 },
  async fit(data, options, control) {
    const { C, maxIterations } = { ...logisticRegression.defaults, ...options };
    if (!(C > 0))
      throw new InputError(
        `C is the inverse of a penalty and positive (Infinity for none), not ${C}`,
      );
    requireBothClasses(checkTrainingData(data), logisticRegression.title);
    const { names } = data.features;
    if (names.length > MOST_FEATURES)
      throw new InputError(
        `logistic regression takes at most ${MOST_FEATURES} features, not ${names.length}; ` +
          "choose some, or fit trees",
      );

    const { features, rows, positives } = foldDistinct(data.features, data.label, data.weight);
    const scales = features.columns.map((column) => scaleOf(column, rows));
    const used = [...names.keys()].filter((f) => !scales[f].constant);
    const problem: LogisticProblem = {
      columns: [
        new Float64Array(features.rowCount).fill(1),
        ...used.map((f) => features.columns[f].map((value) => standardise(value, scales[f]))),
      ],
      negatives: rows.map((weight, row) => weight - positives[row]),
      positives,
      penalty: Float64Array.from({ length: used.length + 1 }, (_, j) => (j === 0 ? 0 : 1 / C)),
    };
    const solution = solveLogistic(problem, maxIterations, undefined, (iteration) => {
      control?.signal?.throwIfAborted();
      control?.onProgress?.(iteration / maxIterations);
    });
    // Whether a fit without the penalty exists is a property of the data, worth saying also where
    // the penalty hides it.
    const free = { ...problem, penalty: problem.penalty.map(() => 0) };
    const separation = findSeparation(
      free,
      solveLogistic(free, SEPARATION_ITERATIONS, 1e-6),
      used.map((f) => names[f]),
    );

    const size = used.length + 1;
    const covariance = invertCholesky(solution.hessian);
    const coefficients = names.map((feature, f): LogisticCoefficient => {
      const j = used.indexOf(f) + 1;
      const { scale, missing } = scales[f];
      if (j === 0)
        return {
          feature,
          standardised: 0,
          standardisedError: NaN,
          raw: 0,
          rawError: NaN,
          status: "constant",
          missing,
        };
      const infinite =
        C === Infinity && separation !== null && separation.features.includes(feature);
      const status = solution.hessian.aliased[j] ? "aliased" : infinite ? "separated" : "estimated";
      const standardised = solution.coefficients[j];
      const standardisedError = status === "estimated" ? Math.sqrt(covariance[j * size + j]) : NaN;
      return {
        feature,
        standardised,
        standardisedError,
        raw: standardised / scale,
        rawError: standardisedError / scale,
        status,
        missing,
      };
    });
    // The raw intercept is a linear combination of the standardised coefficients, and so has their
    // variance.
    const combination = [1, ...used.map((f) => -scales[f].mean / scales[f].scale)];
    let intercept = 0;
    let variance = 0;
    for (let i = 0; i < size; i++) {
      intercept += combination[i] * solution.coefficients[i];
      if (solution.hessian.aliased[i]) continue;
      for (let j = 0; j < size; j++)
        if (!solution.hessian.aliased[j])
          variance += combination[i] * combination[j] * covariance[i * size + j];
    }
    const unbounded = coefficients.some(({ status }) => status === "separated");
    const report: LogisticReport = {
      intercept,
      interceptError: unbounded ? NaN : Math.sqrt(variance),
      coefficients,
      logLikelihood: solution.logLikelihood,
      iterations: solution.iterations,
      converged: solution.converged,
      separation,
    };
    control?.onProgress?.(1);
    return new LogisticRegressionClassifier([...names], scales, solution.coefficients[0], report);
  },
};

export class LogisticRegressionClassifier implements Classifier {
  readonly kind = "logistic-regression";

  /** @param centre the ln odds where every feature is at its mean */
  constructor(
    readonly featureNames: string[],
    readonly scales: Scale[],
    readonly centre: number,
    readonly report: LogisticReport,
  ) {}

  predictProbability(features: FeatureTable): Float64Array {
    const logOdds = new Float64Array(features.rowCount).fill(this.centre);
    columnsOf(this.featureNames, features).forEach((column, f) => {
      const { standardised } = this.report.coefficients[f];
      if (standardised !== 0)
        for (let row = 0; row < logOdds.length; row++)
          logOdds[row] += standardised * standardise(column[row], this.scales[f]);
    });
    return logOdds.map(logistic);
  }

  toArtefact(): ModelArtefact {
    // JSON has no NaN: an error that does not exist is null there.
    const report = JSON.parse(JSON.stringify(this.report)) as unknown;
    return {
      kind: this.kind,
      formatVersion: 1,
      featureNames: this.featureNames,
      header: { centre: this.centre, scales: this.scales, report },
      binary: new Uint8Array(0),
    };
  }
}

function loadLogisticRegression({
  featureNames,
  header,
}: ModelArtefact): LogisticRegressionClassifier {
  const report = structuredClone(header.report) as LogisticReport;
  report.interceptError ??= NaN;
  for (const coefficient of report.coefficients) {
    coefficient.standardisedError ??= NaN;
    coefficient.rawError ??= NaN;
  }
  return new LogisticRegressionClassifier(
    [...featureNames],
    header.scales as Scale[],
    header.centre as number,
    report,
  );
}
