import { cholesky, solveCholesky } from "../statistics/index.js";
import { calibrationFold, trainingFolds, type Folds, type Scores } from "./folds.js";

/** Sums over some rows that a least-squares fit rests on. */
interface Sums {
  rows: number;
  label: number;
  terms: Float64Array;
  termsByLabel: Float64Array;
  /** terms x terms, row-major, the lower triangle. */
  products: Float64Array;
}

/**
 * Each row's score by a ridge regression of the label on the terms (Hoerl and Kennard, 1970),
 * fitted to the rows of other folds: a log odds to first order, 4 (fitted value - 1/2). The
 * penalty is one row's weight a term, on columns of variance 1. Sums are made once a fold and
 * added up.
 */
export function ridgeScores(
  terms: readonly Float64Array[],
  label: Uint8Array,
  folds: Folds,
): Scores {
  const own = folds.rowsOf.map((rows) => sumsOver(terms, label, rows));
  const judged = new Float64Array(label.length);
  const calibration = new Float64Array(label.length);
  folds.rowsOf.forEach((rows, fold) => {
    const others = trainingFolds(folds, fold).map((f) => own[f]);
    const { weights, constant } = solveRidge(others.reduce(addSums));
    const score = (row: number): number => {
      let value = constant;
      for (let t = 0; t < weights.length; t++) value += weights[t] * terms[t][row];
      return 4 * (value - 0.5);
    };
    for (const row of rows) judged[row] = score(row);
    for (const row of folds.rowsOf[calibrationFold(folds, fold)]) calibration[row] = score(row);
  });
  return { judged, calibration };
}

function sumsOver(terms: readonly Float64Array[], label: Uint8Array, rows: Uint32Array): Sums {
  const p = terms.length;
  const taken = terms.map((column) => Float64Array.from(rows, (row) => column[row]));
  const y = Float64Array.from(rows, (row) => label[row]);
  const products = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j <= i; j++) products[i * p + j] = dot(taken[i], taken[j]);
  return {
    rows: rows.length,
    label: y.reduce((sum, value) => sum + value, 0),
    terms: Float64Array.from(taken, (column) => column.reduce((sum, value) => sum + value, 0)),
    termsByLabel: Float64Array.from(taken, (column) => dot(column, y)),
    products,
  };
}

function addSums(a: Sums, b: Sums): Sums {
  const add = (x: Float64Array, y: Float64Array): Float64Array => x.map((v, i) => v + y[i]);
  return {
    rows: a.rows + b.rows,
    label: a.label + b.label,
    terms: add(a.terms, b.terms),
    termsByLabel: add(a.termsByLabel, b.termsByLabel),
    products: add(a.products, b.products),
  };
}

function solveRidge({ rows, label, terms, termsByLabel, products }: Sums): {
  weights: Float64Array;
  constant: number;
} {
  const p = terms.length;
  const mean = terms.map((sum) => sum / rows);
  const meanLabel = label / rows;
  const matrix = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) matrix[i * p + j] = products[i * p + j] - rows * mean[i] * mean[j];
    matrix[i * p + i] += p;
  }
  const target = termsByLabel.map((sum, t) => sum - rows * mean[t] * meanLabel);
  const weights = solveCholesky(cholesky(matrix, p), target);
  return { weights, constant: meanLabel - dot(weights, mean) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
