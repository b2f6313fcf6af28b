import type { Folds } from "./folds.js";
import { clusteredMean } from "./out-of-sample.js";

/** Neighbours whose residuals are set beside a row's own. */
const NEIGHBOURS = 10;
/** Rows of each fold whose neighbours are looked for. */
const MOST_QUERIES = 1000;
/** Weight of the fitted log odds, cut off at 4, beside features of variance 1 in the distance. */
const MARGIN_WEIGHT = 0.5;
const MARGIN_CUT = 4;
/** Neighbours tell at least this share of what varies, or nothing is said by them. */
const LEAST_RECALL = 0.1;

/** What the bound on the missed variance is made from. */
export interface MissedVarianceInput {
  columns: readonly Float64Array[];
  label: Uint8Array;
  probability: Float64Array;
  disagreement: Float64Array;
  folds: Folds;
  blockOfRow?: ArrayLike<number>;
}

/** Rows that were looked at with, of each, the mean of its neighbours' values. */
interface Neighbourhood {
  rows: Uint32Array;
  meanOf(values: Float64Array): Float64Array;
}

/**
 * An upper bound, `z` standard errors above the estimate, of the mean squared difference between
 * the true P(label = 1 | features) and the fitted one: what the learners missed and features could
 * still tell.
 *
 * Near rows have near probabilities. So the residuals (label less fitted probability) of a row and
 * of its nearest neighbours have a covariance that is the missed part's own variance, as far as
 * that part varies slowly (the nearest-neighbour argument of Cover and Hart, 1967; in this form the
 * difference estimators of the residual variance, e.g. Devroye, Gyorfi, Lugosi and Walk, 2018).
 * Neighbours are taken within the fold, so that neither row trained the other's answer, and from
 * other blocks, whose rows share no noise.
 *
 * Neighbours at a distance tell only a part of what varies. How large a part is measured on
 * functions that are known at each row: on the disagreement of both learners, which is as rough as
 * what they miss, for the estimate; on the fitted probability for its standard error. Half an error
 * is taken off before the estimate is scaled up, or chance would be scaled up with it. These three
 * choices are by simulation (see test/attainability/cross-fitted-ceiling.test.ts), not by proof.
 */
export function missedVariance(input: MissedVarianceInput, z: number): number {
  const { label, probability, disagreement, blockOfRow } = input;
  const near = neighbourhoods(input);
  if (near.rows.length < 2) return 0.25;
  const residual = probability.map((p, row) => label[row] - p);
  const nearby = near.meanOf(residual);
  const products = Float64Array.from(near.rows, (row, i) => residual[row] * nearby[i]);
  const block = blockOfRow && Float64Array.from(near.rows, (row) => blockOfRow[row]);
  const { mean, standardError } = clusteredMean(products, block);
  // A pair of mutual neighbours stands in both rows' products: at worst all do.
  const error = Math.SQRT2 * standardError;
  const missed =
    Math.max(0, mean - error / 2) / recall(near, disagreement) +
    (z * error) / recall(near, probability);
  return Math.min(0.25, missed);
}

/** Share of a function's variance over the rows that neighbours tell. */
function recall(near: Neighbourhood, values: Float64Array): number {
  let mean = 0;
  for (const row of near.rows) mean += values[row] / near.rows.length;
  const nearby = near.meanOf(values);
  let together = 0;
  let alone = 0;
  near.rows.forEach((row, i) => {
    together += (values[row] - mean) * (nearby[i] - mean);
    alone += (values[row] - mean) ** 2;
  });
  const share = alone > 0 ? together / alone : 1;
  return Math.min(1, Math.max(LEAST_RECALL, share));
}

function neighbourhoods(input: MissedVarianceInput): Neighbourhood {
  const { columns, probability, folds, blockOfRow } = input;
  const margin = probability.map((p) => {
    const logOdds = Math.log(p / (1 - p));
    return MARGIN_WEIGHT * Math.min(MARGIN_CUT, Math.max(-MARGIN_CUT, logOdds));
  });
  const rows: number[] = [];
  const found: Uint32Array[] = [];
  for (const own of folds.rowsOf) {
    const search = nearestIn([margin, ...columns], own, blockOfRow);
    const step = Math.max(1, own.length / MOST_QUERIES);
    for (let at = 0; at < own.length; at += step) {
      const neighbours = search(Math.floor(at));
      if (neighbours.length === 0) continue;
      rows.push(own[Math.floor(at)]);
      found.push(neighbours);
    }
  }
  return {
    rows: Uint32Array.from(rows),
    meanOf: (values) =>
      Float64Array.from(found, (neighbours) => {
        let sum = 0;
        for (const row of neighbours) sum += values[row];
        return sum / neighbours.length;
      }),
  };
}

/** Looks for the nearest rows (Euclid) to one of `rows` among the others, outside its block. */
function nearestIn(
  columns: readonly Float64Array[],
  rows: Uint32Array,
  blockOfRow: ArrayLike<number> | undefined,
): (at: number) => Uint32Array {
  const width = columns.length;
  const points = new Float32Array(rows.length * width);
  rows.forEach((row, i) => columns.forEach((column, c) => (points[i * width + c] = column[row])));
  const block = Float64Array.from(rows, (row, i) => (blockOfRow ? blockOfRow[row] : i));
  const distance = new Float64Array(NEIGHBOURS);
  const nearest = new Uint32Array(NEIGHBOURS);
  return (at) => {
    distance.fill(Infinity);
    let found = 0;
    for (let other = 0; other < rows.length; other++) {
      if (block[other] === block[at]) continue;
      const limit = distance[NEIGHBOURS - 1];
      let squares = 0;
      for (let c = 0; c < width && squares < limit; c++)
        squares += (points[at * width + c] - points[other * width + c]) ** 2;
      if (!(squares < limit)) continue;
      let place = Math.min(found++, NEIGHBOURS - 1);
      for (; place > 0 && distance[place - 1] > squares; place--) {
        distance[place] = distance[place - 1];
        nearest[place] = nearest[place - 1];
      }
      distance[place] = squares;
      nearest[place] = other;
    }
    return nearest.slice(0, Math.min(found, NEIGHBOURS)).map((other) => rows[other]);
  };
}

/**
 * The most accuracy that could be added to fitted probabilities by knowing the true ones, when
 * their mean squared difference is `missed`: E|true - 1/2| - E|fitted - 1/2| at its largest.
 *
 * Given the fitted q, E|true - 1/2| <= sqrt((q - 1/2)^2 + v(q)) (Jensen), v(q) the variance of the
 * truth there; at one q for all rows this is Cover and Hart's inequality, R* >= (1 - sqrt(1 - 2
 * R_NN))/2. The root is concave, so the worst v(q) fills up the least certain rows to one level.
 */
export function largestGain(probability: Float64Array, missed: number): number {
  const n = probability.length;
  const certainty = probability.map((q) => (q - 0.5) ** 2).sort();
  let filled = 0;
  let budget = Math.min(Math.max(0, missed), 0.25) * n;
  let level = certainty[0];
  while (filled < n) {
    const next = ++filled < n ? certainty[filled] : 0.25;
    if ((next - level) * filled >= budget) {
      level += budget / filled;
      break;
    }
    budget -= (next - level) * filled;
    level = next;
  }
  let gain = 0;
  for (let i = 0; i < filled; i++) gain += (Math.sqrt(level) - Math.sqrt(certainty[i])) / n;
  return gain;
}
