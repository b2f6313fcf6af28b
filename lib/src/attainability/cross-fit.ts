import type { FeatureTable } from "../features/index.js";
import { cholesky, solveCholesky } from "../statistics/index.js";
import { boostedScores } from "./boosted-scores.js";
import { calibrationFold, type Folds, type Scores } from "./folds.js";
import { quadraticTerms } from "./numeric-design.js";
import { ridgeScores } from "./ridge-scores.js";

/** P(label = 1) of each row, by learners that were fitted to the rows of the other folds only. */
export interface CrossFit {
  /** Both learners stacked. */
  probability: Float64Array;
  /** The first learner's probability less the second's. */
  disagreement: Float64Array;
}

/**
 * Two unlike learners, a ridge regression on quadratic terms and boosted trees, each cross-fitted,
 * (Chernozhukov et al., 2018), and stacked by a logistic regression (Wolpert, 1992) on a fold that
 * neither they nor the judged rows come from. Nothing at all has seen the rows it judges: weights
 * fitted to scores by learners that had seen them would make noise look like 50.3 % instead of 50.
 *
 * @param columns the features as `designColumns` makes them
 */
export function crossFit(
  features: FeatureTable,
  columns: readonly Float64Array[],
  label: Uint8Array,
  folds: Folds,
): CrossFit {
  const ridge = ridgeScores(quadraticTerms(columns), label, folds);
  const boosted = boostedScores(features, label, folds);
  const first = recalibrated([ridge], label, folds);
  const second = recalibrated([boosted], label, folds);
  return {
    probability: recalibrated([ridge, boosted], label, folds),
    disagreement: first.map((p, row) => p - second[row]),
  };
}

/** Probabilities from scores by logistic regression, fitted on each fold's calibration fold. */
function recalibrated(scores: readonly Scores[], label: Uint8Array, folds: Folds): Float64Array {
  const probability = new Float64Array(label.length);
  folds.rowsOf.forEach((rows, fold) => {
    const weights = logisticWeights(
      scores.map(({ calibration }) => calibration),
      label,
      folds.rowsOf[calibrationFold(folds, fold)],
    );
    const judged = scores.map((of) => of.judged);
    for (const row of rows) probability[row] = logistic(linear(weights, judged, row));
  });
  return probability;
}

const NEWTON_STEPS = 15;
/** A weak penalty on slopes: scores that part the classes would otherwise have no optimum. */
const SLOPE_PENALTY = 1;

function logisticWeights(
  scores: readonly Float64Array[],
  label: Uint8Array,
  rows: Uint32Array,
): Float64Array {
  const p = scores.length + 1;
  const weights = new Float64Array(p);
  const x = new Float64Array(p).fill(1);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const matrix = new Float64Array(p * p);
    const slope = weights.map((weight, i) => (i === 0 ? 0 : -SLOPE_PENALTY * weight));
    for (let i = 0; i < p; i++) matrix[i * p + i] = i === 0 ? 1e-6 : SLOPE_PENALTY;
    for (const row of rows) {
      for (let i = 1; i < p; i++) x[i] = scores[i - 1][row];
      const q = logistic(linear(weights, scores, row));
      for (let i = 0; i < p; i++) {
        slope[i] += x[i] * (label[row] - q);
        for (let j = 0; j <= i; j++) matrix[i * p + j] += q * (1 - q) * x[i] * x[j];
      }
    }
    const move = solveCholesky(cholesky(matrix, p), slope);
    // Newton's step, shortened where it would overshoot.
    const longest = move.reduce((most, by) => Math.max(most, Math.abs(by)), 0);
    for (let i = 0; i < p; i++) weights[i] += move[i] * Math.min(1, 2 / longest || 1);
    if (longest < 1e-6) break;
  }
  return weights;
}

function linear(weights: Float64Array, scores: readonly Float64Array[], row: number): number {
  let sum = weights[0];
  for (let i = 1; i < weights.length; i++) sum += weights[i] * scores[i - 1][row];
  return sum;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
