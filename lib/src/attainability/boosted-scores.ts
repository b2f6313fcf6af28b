import type { FeatureTable } from "../features/index.js";
import { quantileSorted } from "../statistics/index.js";
import { calibrationFold, trainingFolds, type Folds, type Scores } from "./folds.js";

const TREES = 50;
const DEPTH = 4;
const LEARNING_RATE = 0.2;
/** Weight of the penalty on a leaf's value, in units of a row's second derivative. */
const PENALTY = 5;
/** Bins of a column, besides one for missing values. */
const BINS = 32;
const CODES = BINS + 1;

/** Rows in the order training, then others, with all that a tree looks at in that order. */
interface Rows {
  training: number;
  columns: readonly Uint8Array[];
  label: Uint8Array;
  margin: Float64Array;
  gradient: Float64Array;
  curvature: Float64Array;
}

/**
 * Each row's log odds by gradient boosting (Friedman, 2001) on the rows of other folds: logistic
 * loss, Newton leaves, columns in 32 bins of equal counts, and symmetric trees (every level asks
 * one question in all of its leaves, as in Prokhorenkova et al., "CatBoost", 2018), which are
 * quick and hard to overfit. A learner of interactions and steps, to stand beside the ridge
 * regression.
 */
export function boostedScores(features: FeatureTable, label: Uint8Array, folds: Folds): Scores {
  const binned = features.columns.map(binColumn);
  const judged = new Float64Array(label.length);
  const calibration = new Float64Array(label.length);
  folds.rowsOf.forEach((tested, fold) => {
    const trained = trainingFolds(folds, fold).flatMap((f) => [...folds.rowsOf[f]]);
    const calibrated = folds.rowsOf[calibrationFold(folds, fold)];
    const order = Uint32Array.from([...trained, ...tested, ...calibrated]);
    const rows: Rows = {
      training: trained.length,
      columns: binned.map((column) => Uint8Array.from(order, (row) => column[row])),
      label: Uint8Array.from(order, (row) => label[row]),
      margin: new Float64Array(order.length),
      gradient: new Float64Array(order.length),
      curvature: new Float64Array(order.length),
    };
    let positives = 0;
    for (const row of trained) positives += label[row];
    rows.margin.fill(Math.log((positives + 0.5) / (trained.length - positives + 0.5)));
    for (let tree = 0; tree < TREES; tree++) addTree(rows);
    const unseen = rows.margin.subarray(trained.length);
    tested.forEach((row, i) => (judged[row] = unseen[i]));
    calibrated.forEach((row, i) => (calibration[row] = unseen[tested.length + i]));
  });
  return { judged, calibration };
}

function binColumn(column: Float64Array): Uint8Array {
  const sorted = column.filter((value) => !Number.isNaN(value)).sort();
  const edges =
    sorted.length === 0
      ? []
      : Array.from({ length: BINS - 1 }, (_, b) => quantileSorted(sorted, (b + 1) / BINS));
  return Uint8Array.from(column, (value) => {
    if (Number.isNaN(value)) return 0;
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value > edges[middle]) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  });
}

function addTree(rows: Rows): void {
  const { training, columns, label, margin, gradient, curvature } = rows;
  for (let i = 0; i < training; i++) {
    const p = 1 / (1 + Math.exp(-margin[i]));
    gradient[i] = label[i] - p;
    curvature[i] = p * (1 - p);
  }
  const leaf = new Uint8Array(margin.length);
  for (let level = 0; level < DEPTH; level++) {
    const { feature, code } = bestQuestion(rows, leaf, 1 << level);
    const column = columns[feature];
    for (let i = 0; i < leaf.length; i++) leaf[i] = 2 * leaf[i] + Number(column[i] > code);
  }
  const up = new Float64Array(1 << DEPTH);
  const down = new Float64Array(1 << DEPTH).fill(PENALTY);
  for (let i = 0; i < training; i++) {
    up[leaf[i]] += gradient[i];
    down[leaf[i]] += curvature[i];
  }
  const step = up.map((sum, l) => (LEARNING_RATE * sum) / down[l]);
  for (let i = 0; i < leaf.length; i++) margin[i] += step[leaf[i]];
}

/** The question "is the column's code above this one?" that gains most over all leaves together. */
function bestQuestion(
  rows: Rows,
  leaf: Uint8Array,
  leaves: number,
): { feature: number; code: number } {
  const { columns } = rows;
  const best = { feature: 0, code: 0 };
  let most = -Infinity;
  const firstOfRow = Uint16Array.from(leaf, (l) => 2 * l * CODES);
  const sums = [0, 1].map(() => new Float64Array(2 * leaves * CODES));
  for (let from = 0; from < columns.length; from += 2) {
    const last = Math.min(from + 1, columns.length - 1);
    for (const of of sums) of.fill(0);
    addSums(rows, firstOfRow, [columns[from], columns[last]], sums);
    for (let feature = from; feature <= last; feature++) {
      const gains = gainsByCode(sums[feature - from], leaves);
      for (let code = 0; code < gains.length; code++)
        if (gains[code] > most) {
          most = gains[code];
          best.feature = feature;
          best.code = code;
        }
    }
  }
  return best;
}

/**
 * Sums of gradient and curvature by leaf and code, of two columns in one pass: where a column has
 * few values each sum waits for the one before it, and the other column's fills the time.
 */
function addSums(
  { training, gradient, curvature }: Rows,
  firstOfRow: Uint16Array,
  [a, b]: readonly Uint8Array[],
  [sumsOfA, sumsOfB]: readonly Float64Array[],
): void {
  for (let i = 0; i < training; i++) {
    const first = firstOfRow[i];
    const up = gradient[i];
    const down = curvature[i];
    const atA = first + 2 * a[i];
    const atB = first + 2 * b[i];
    sumsOfA[atA] += up;
    sumsOfA[atA + 1] += down;
    sumsOfB[atB] += up;
    sumsOfB[atB + 1] += down;
  }
}

function gainsByCode(sums: Float64Array, leaves: number): Float64Array {
  const gains = new Float64Array(CODES - 1);
  for (let l = 0; l < leaves; l++) {
    const from = 2 * l * CODES;
    let gradient = 0;
    let curvature = 0;
    for (let code = 0; code < CODES; code++) {
      gradient += sums[from + 2 * code];
      curvature += sums[from + 2 * code + 1];
    }
    const whole = gradient ** 2 / (curvature + PENALTY);
    let left = 0;
    let leftCurvature = 0;
    for (let code = 0; code < gains.length; code++) {
      left += sums[from + 2 * code];
      leftCurvature += sums[from + 2 * code + 1];
      gains[code] +=
        left ** 2 / (leftCurvature + PENALTY) +
        (gradient - left) ** 2 / (curvature - leftCurvature + PENALTY) -
        whole;
    }
  }
  return gains;
}
