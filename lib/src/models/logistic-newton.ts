import { cholesky, solveCholesky, type Cholesky } from "../statistics/index.js";

/** Folded rows ready for Newton's method: the first of `columns` is the intercept's (all 1). */
export interface LogisticProblem {
  columns: Float64Array[];
  /** Weight of the rows with label 0, with label 1, by row. */
  negatives: Float64Array;
  positives: Float64Array;
  /**
   * What a coefficient's square costs, halved: minimise -log likelihood + 1/2 sum_j penalty_j
   * beta_j^2.
   */
  penalty: Float64Array;
}

export interface LogisticSolution {
  coefficients: Float64Array;
  /** Factor of the (penalised) Hessian at the solution. */
  hessian: Cholesky;
  iterations: number;
  converged: boolean;
  /** ln likelihood, without the penalty. */
  logLikelihood: number;
  /**
   * The last step, and what it did to the linear predictor of each row: both stay large only where
   * the data are separated.
   */
  lastStep: Float64Array;
  predictor: Float64Array;
  lastPredictorStep: Float64Array;
}

/**
 * Maximises the (penalised) likelihood of a logistic regression by Newton's method, which is
 * iteratively reweighted least squares (McCullagh and Nelder, 1989, section 4.4), with steps halved
 * where the likelihood would fall. It has converged when no row's linear predictor moved by more
 * than `tolerance`; the next step would move it by about its square. It stops without having
 * converged after `maxIterations`, where no part of a step leads down, or where the Hessian loses
 * rank on the way.
 */
export function solveLogistic(
  problem: LogisticProblem,
  maxIterations: number,
  tolerance = 1e-8,
  watch?: (iteration: number) => void,
): LogisticSolution {
  const { columns, penalty } = problem;
  const size = columns.length;
  const rows = columns[0].length;
  let coefficients = new Float64Array(size);
  let predictor = new Float64Array(rows);
  let loss = penalisedLoss(problem, coefficients, predictor);
  let lastStep: Float64Array = new Float64Array(size);
  let lastPredictorStep: Float64Array = new Float64Array(rows);
  let hessian = cholesky(hessianOf(problem, predictor), size);
  let converged = false;
  let iterations = 0;
  while (!converged && iterations < maxIterations) {
    watch?.(iterations);
    iterations++;
    const step = solveCholesky(hessian, downhill(problem, coefficients, predictor));
    const predictorStep = linear(columns, step, rows);
    let length = 1;
    let accepted = false;
    for (; length > 1e-6; length /= 2) {
      const nextCoefficients = coefficients.map((value, j) => value + length * step[j]);
      const nextPredictor = predictor.map((value, row) => value + length * predictorStep[row]);
      const nextLoss = penalisedLoss(problem, nextCoefficients, nextPredictor);
      // Near the optimum the loss no longer resolves the step; what is left then is rounding.
      if (nextLoss > loss + 1e-12 * Math.abs(loss)) continue;
      [coefficients, predictor, loss] = [nextCoefficients, nextPredictor, nextLoss];
      accepted = true;
      break;
    }
    // No length of this step leads down: whatever it would have moved, nothing has converged.
    if (!accepted) break;
    lastStep = step.map((value) => value * length);
    lastPredictorStep = predictorStep.map((value) => value * length);
    converged = lastPredictorStep.every((value) => Math.abs(value) <= tolerance);
    const next = cholesky(hessianOf(problem, predictor), size);
    // Where data are separated the curvature dies away in the direction that splits them: there is
    // nowhere to go from there.
    if (!converged && countAliased(next) > countAliased(hessian)) break;
    hessian = next;
  }
  let shrinkage = 0;
  for (let j = 0; j < size; j++) shrinkage += (penalty[j] * coefficients[j] ** 2) / 2;
  return {
    coefficients,
    hessian,
    iterations,
    converged,
    logLikelihood: shrinkage - loss,
    lastStep,
    predictor,
    lastPredictorStep,
  };
}

function countAliased({ aliased }: Cholesky): number {
  return aliased.reduce((count, flag) => count + flag, 0);
}

/** 1 / (1 + exp(-x)), without overflow. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** ln(1 + exp(x)), without overflow: the log loss of log odds x where the label is 0. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function linear(
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  rows: number,
): Float64Array {
  const values = new Float64Array(rows);
  columns.forEach((column, j) => {
    if (coefficients[j] !== 0)
      for (let row = 0; row < rows; row++) values[row] += coefficients[j] * column[row];
  });
  return values;
}

function penalisedLoss(
  { negatives, positives, penalty }: LogisticProblem,
  coefficients: Float64Array,
  predictor: Float64Array,
): number {
  let loss = 0;
  for (let row = 0; row < predictor.length; row++) {
    // ln(1 + e^x) - y x, summed over the row's weight of both classes.
    const x = predictor[row];
    loss += (negatives[row] + positives[row]) * softplus(x) - positives[row] * x;
  }
  for (let j = 0; j < coefficients.length; j++) loss += (penalty[j] * coefficients[j] ** 2) / 2;
  return loss;
}

function downhill(
  { columns, negatives, positives, penalty }: LogisticProblem,
  coefficients: Float64Array,
  predictor: Float64Array,
): Float64Array {
  const residual = predictor.map(
    (x, row) => positives[row] - (negatives[row] + positives[row]) * logistic(x),
  );
  return coefficients.map((value, j) => {
    const column = columns[j];
    let sum = -penalty[j] * value;
    for (let row = 0; row < residual.length; row++) sum += column[row] * residual[row];
    return sum;
  });
}

function hessianOf(
  { columns, negatives, positives, penalty }: LogisticProblem,
  predictor: Float64Array,
): Float64Array {
  const size = columns.length;
  const rows = predictor.length;
  const matrix = new Float64Array(size * size);
  const weighted = new Float64Array(rows);
  const curvature = predictor.map(
    (x, row) => (negatives[row] + positives[row]) * logistic(x) * logistic(-x),
  );
  for (let i = 0; i < size; i++) {
    for (let row = 0; row < rows; row++) weighted[row] = columns[i][row] * curvature[row];
    for (let j = 0; j <= i; j++) {
      const column = columns[j];
      let sum = i === j ? penalty[i] : 0;
      for (let row = 0; row < rows; row++) sum += weighted[row] * column[row];
      matrix[i * size + j] = matrix[j * size + i] = sum;
    }
  }
  return matrix;
}
