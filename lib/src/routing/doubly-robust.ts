import { ECS, LAMBDA } from "../campaign/index.js";
import { chosenColumns } from "./estimate-exactly.js";
import {
  judgeable,
  type EstimationError,
  type Strata,
  type Support,
  type ValueEstimator,
  type WeightedLatencies,
} from "./estimator.js";
import { ascendingRows } from "./latency-quantiles.js";
import { latencyOrNever, measureColumns, type MeasureColumn } from "./measures.js";
import type { ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";
import { lambdaPropensities, propensityOf } from "./propensity.js";

/**
 * How many parts a cell's requests are dealt to: what is said of one part is learned from the
 * others.
 */
const FOLDS = 5;

/** Doubly robust scores, and what they were made from. */
export interface DoublyRobustScores {
  /** By ECS and LAMBDA, measure and row; NaN where not judged. */
  scores: readonly [ecs: Float64Array[], lambda: Float64Array[]];
  /** The measure less what was expected of it, by measure: of the platform that served the row. */
  residuals: Float64Array[];
  /** The probability with which the row came to the platform that served it. */
  propensity: Float64Array;
}

/** Which rows are judged, where they lie, and how they came to be served where they were. */
export interface ScoredRows {
  platform: Uint8Array;
  judged: Uint8Array;
  strata: Pick<Strata, "cellOfRow" | "cellCount">;
  /** P(Lambda) of each row where the plan fixed it; learned from the cells where left out. */
  lambdaPropensity?: Float64Array;
}

/**
 * Doubly robust scores (augmented inverse propensity weighting: Robins, Rotnitzky and Zhao, 1994;
 * cross-fitting: Chernozhukov et al., 2018): for each measure, request and platform p
 *
 *     score_p = m_p + [served by p] (y - m_p) / e_p
 *
 * with m_p the mean of the measure over the requests of the same cell that p served, and e_p the
 * probability of being served by p: as the plan fixed it, or the share of the cell's requests that
 * p served. Both are learned from the other folds. The mean of the chosen platforms' scores is a
 * policy's value; it is right if either the cell means or the probabilities are.
 *
 * Where the probabilities are learned, each platform's requests of a cell are dealt to the folds by
 * themselves, in turn. (Folds of whole blocks would leave out the better part of a platform's
 * requests at once where it answered only in some, and learn from what is left.) Where they are
 * known, a cell's requests are dealt without regard to who served them, so that what is expected of
 * a request does not depend on its own coin: the scores are then right on average exactly. Where
 * the other folds hold no request of the cell on a platform, the whole cell's figures stand in, or
 * (probabilities known) all cells' in the other folds.
 */
export function doublyRobustScores(
  columns: readonly MeasureColumn[],
  rows: ScoredRows,
): DoublyRobustScores {
  const { platform, judged, strata, lambdaPropensity } = rows;
  const rowCount = platform.length;
  const slots = dealToFolds(rows);
  const whole = lambdaPropensities(platform, judged, strata, lambdaPropensity);
  const propensity = Float64Array.from(platform, (side, row) => {
    if (judged[row] === 0) return NaN;
    if (lambdaPropensity) return propensityOf(side, whole[row]);
    const [ecs, lambda] = slots.counts.map(({ without }) => without[slots.slotOfRow[row]]);
    if (ecs === 0 || lambda === 0) return propensityOf(side, whole[row]);
    return (side === LAMBDA ? lambda : ecs) / (ecs + lambda);
  });
  const scores: [Float64Array[], Float64Array[]] = [[], []];
  const residuals: Float64Array[] = [];
  for (const column of columns) {
    const residual = new Float64Array(rowCount).fill(NaN);
    for (const side of [ECS, LAMBDA]) {
      const expected = expectedOf(column, side, rows, slots);
      for (let row = 0; row < rowCount; row++) {
        if (judged[row] === 0 || platform[row] !== side) continue;
        residual[row] = column[row] - expected[row];
        expected[row] += residual[row] / propensity[row];
      }
      scores[side].push(expected);
    }
    residuals.push(residual);
  }
  return { scores, residuals, propensity };
}

export interface DoublyRobustOptions {
  /** P(Lambda) of each request where the plan fixed it, strictly between 0 and 1. */
  lambdaPropensity?: Float64Array;
}

/**
 * Policy values by doubly robust scores; the latency's distribution, for which no score is a share,
 * by inverse propensity. A cell that one platform never served is refused, unless the plan fixed
 * the probabilities: then it was an accident, and no obstacle.
 */
export function doublyRobustEstimator(
  observed: ObservedOutcomes,
  strata: Strata,
  sloLimitsMs: readonly number[],
  { lambdaPropensity }: DoublyRobustOptions = {},
): ValueEstimator {
  const { judged, refused } = judgeable(observed, lambdaPropensity ? null : strata);
  const { platform } = observed;
  const learned = doublyRobustScores(measureColumns(observed, sloLimitsMs), {
    platform,
    judged,
    strata,
    lambdaPropensity,
  });
  const whole = lambdaPropensities(platform, judged, strata, lambdaPropensity);
  return {
    ...chosenColumns(
      "doubly robust",
      learned.scores,
      { judged, refused, strata },
      agreeing(observed, judged, whole),
    ),
    overlap: rangeOf(whole),
    support: (policy) => supportOf(policy, platform, judged, learned.propensity),
    error: (policy) => errorOf(policy, platform, judged, learned),
  };
}

interface Folds {
  /** Cell and fold of each row in one number: fold * cellCount + cell. */
  slotOfRow: Uint32Array;
  /** Requests that each platform served, by slot. */
  counts: readonly FoldSums[];
}

/** Sums by cell over all folds, by slot over all folds but its own, and by fold likewise. */
interface FoldSums {
  all: Float64Array;
  without: Float64Array;
  /** Over all cells, in all folds but one. */
  withoutFold: Float64Array;
}

function dealToFolds({ platform, judged, strata, lambdaPropensity }: ScoredRows): Folds {
  const { cellOfRow, cellCount } = strata;
  const slotOfRow = new Uint32Array(platform.length);
  const dealt = [new Uint32Array(cellCount), new Uint32Array(cellCount)];
  const counts = [0, 1].map(() => new Float64Array(FOLDS * cellCount));
  for (let row = 0; row < platform.length; row++) {
    if (judged[row] === 0) continue;
    const cell = cellOfRow[row];
    const turn = dealt[lambdaPropensity ? 0 : platform[row]][cell]++;
    slotOfRow[row] = (turn % FOLDS) * cellCount + cell;
    counts[platform[row]][slotOfRow[row]]++;
  }
  return { slotOfRow, counts: counts.map((values) => foldSums(values, cellCount)) };
}

function foldSums(values: Float64Array, cellCount: number): FoldSums {
  const all = new Float64Array(cellCount);
  const ofFold = new Float64Array(FOLDS);
  let total = 0;
  values.forEach((value, slot) => {
    all[slot % cellCount] += value;
    ofFold[Math.floor(slot / cellCount)] += value;
    total += value;
  });
  return {
    all,
    without: values.map((value, slot) => all[slot % cellCount] - value),
    withoutFold: ofFold.map((value) => total - value),
  };
}

/** What is expected of each judged row on one platform. */
function expectedOf(
  column: MeasureColumn,
  side: number,
  { platform, judged, strata, lambdaPropensity }: ScoredRows,
  { slotOfRow, counts }: Folds,
): Float64Array {
  const { cellOfRow, cellCount } = strata;
  const values = new Float64Array(FOLDS * cellCount);
  for (let row = 0; row < platform.length; row++)
    if (judged[row] === 1 && platform[row] === side) values[slotOfRow[row]] += column[row];
  const sums = foldSums(values, cellCount);
  const rows = counts[side];
  const expected = new Float64Array(platform.length).fill(NaN);
  for (let row = 0; row < platform.length; row++) {
    if (judged[row] === 0) continue;
    const slot = slotOfRow[row];
    const fold = Math.floor(slot / cellCount);
    if (rows.without[slot] > 0) expected[row] = sums.without[slot] / rows.without[slot];
    else if (!lambdaPropensity) expected[row] = sums.all[cellOfRow[row]] / rows.all[cellOfRow[row]];
    else
      expected[row] =
        rows.withoutFold[fold] > 0 ? sums.withoutFold[fold] / rows.withoutFold[fold] : 0;
  }
  return expected;
}

/**
 * Under a policy: the requests served where it sends them, weighing the inverse of the probability
 * that they were.
 */
function agreeing(
  observed: ObservedOutcomes,
  judged: Uint8Array,
  lambdaPropensity: Float64Array,
): (policy: Policy) => WeightedLatencies {
  const latency = latencyOrNever(observed);
  let ascending: Uint32Array | null = null;
  return ({ choice }) => {
    const row = (ascending ??= ascendingRows(latency, judged)).filter(
      (i) => choice[i] === observed.platform[i],
    );
    return {
      row,
      latencyMs: Float64Array.from(row, (i) => latency[i]),
      weight: Float64Array.from(row, (i) => 1 / propensityOf(choice[i], lambdaPropensity[i])),
    };
  };
}

/**
 * How much of the data a policy's value rests on: the requests served where it sends them, with
 * their weights; their effective number is Kish's, (sum of weights)^2 / sum of squared weights.
 */
function supportOf(
  { choice }: Policy,
  platform: Uint8Array,
  judged: Uint8Array,
  propensity: Float64Array,
): Support {
  let rows = 0;
  let weights = 0;
  let squares = 0;
  let largestWeight = 0;
  for (let row = 0; row < platform.length; row++) {
    if (judged[row] === 0 || choice[row] !== platform[row]) continue;
    const weight = 1 / propensity[row];
    rows++;
    weights += weight;
    squares += weight * weight;
    largestWeight = Math.max(largestWeight, weight);
  }
  return {
    servedThere: rows,
    effectiveRows: squares > 0 ? (weights * weights) / squares : 0,
    largestWeight,
  };
}

/**
 * How far the means may lie from what both outcomes of these very requests would say. Only the
 * coin that chose the platform of each is chance then, and they were tossed one by one: the
 * variance is the sum of (1 - e) (y - m)^2 / e over the requests, which those served where the
 * policy sends them estimate without bias by (1 - e) (y - m)^2 / e^2. The degrees of freedom are
 * Satterthwaite's (1946) for that sum, rounded down: few large terms make few.
 *
 * Where a few requests take very long, the estimate of the variance goes with the error: whoever
 * missed them takes the mean and its spread for too small. `lean` is the slope of the one on the
 * other, the sum of (1 - e)^2 (y - m)^3 / e^3 over that variance.
 */
function errorOf(
  { choice }: Policy,
  platform: Uint8Array,
  judged: Uint8Array,
  { residuals, propensity }: DoublyRobustScores,
): EstimationError[] {
  let rows = 0;
  for (const yes of judged) rows += yes;
  return residuals.map((residual) => {
    let sum = 0;
    let squares = 0;
    let cubes = 0;
    for (let row = 0; row < platform.length; row++) {
      if (judged[row] === 0 || choice[row] !== platform[row]) continue;
      const e = propensity[row];
      const term = (1 - e) * (residual[row] / e) ** 2;
      sum += term;
      squares += term * term;
      cubes += (term * (1 - e) * residual[row]) / e;
    }
    return {
      standardError: Math.sqrt(sum) / rows,
      lean: sum > 0 ? cubes / sum / rows : 0,
      degreesOfFreedom: sum > 0 ? Math.max(1, Math.floor((2 * sum * sum) / squares)) : 1,
    };
  });
}

function rangeOf(values: Float64Array): { lowest: number; highest: number } | null {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const value of values) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return lowest <= highest ? { lowest, highest } : null;
}
