import { ECS, LAMBDA } from "../campaign/index.js";
import {
  judgeable,
  weighted,
  type Strata,
  type ValueEstimator,
  type WeightedLatencies,
} from "./estimator.js";
import { ascendingRows } from "./latency-quantiles.js";
import { latencyOrNever, measureColumns, type MeasureColumn } from "./measures.js";
import type { ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";
import { slotsOf } from "./slots.js";

export interface WeightingOptions {
  /**
   * P(Lambda) of each request where the plan fixed it. Where left out it is the share of Lambda in
   * the request's cell, estimated anew in each resample.
   */
  lambdaPropensity?: Float64Array;
  /**
   * Divide by the sum of the weights (Hajek), as is usual, and not by the number of requests
   * (Horvitz and Thompson). True unless said.
   */
  selfNormalised?: boolean;
}

/**
 * Policy values by inverse propensity weighting (Horvitz and Thompson, 1952; for policies Li, Chu,
 * Langford and Wang, 2011): requests that happened to be served where the policy would have sent
 * them, each weighing the inverse of the probability that it was. Right for any policy, however
 * finely it decides, as long as within a cell chance alone (the load generator's dice) chose the
 * platform. Throws where a known propensity is 0 or 1: such a request says nothing.
 */
export function weightingEstimator(
  observed: ObservedOutcomes,
  strata: Strata,
  sloLimitsMs: readonly number[],
  options: WeightingOptions = {},
): ValueEstimator {
  // Where the plan fixed the propensities, a cell that happens to hold one platform only is no
  // obstacle.
  const { judged, rows, refused } = judgeable(observed, options.lambdaPropensity ? null : strata);
  const { platform } = observed;
  const columns = measureColumns(observed, sloLimitsMs);
  const latencies = agreeing(
    observed,
    judged,
    rowPropensity(observed, strata, judged, options.lambdaPropensity),
  );
  const means = options.lambdaPropensity
    ? knownPropensityMeans(
        columns,
        platform,
        rowPropensity(observed, strata, judged, options.lambdaPropensity),
        judged,
        strata,
        options.selfNormalised ?? true,
      )
    : cellPropensityMeans(columns, platform, judged, strata, options.selfNormalised ?? true);
  return { method: "inverse propensity", rows, refused, means, latencies };
}

/** The probability with which each request came to the platform that served it. */
export function rowPropensity(
  { platform }: ObservedOutcomes,
  { cellOfRow, cellCount }: Strata,
  judged: Uint8Array,
  lambdaPropensity?: Float64Array,
): Float64Array {
  const served = [new Float64Array(cellCount), new Float64Array(cellCount)];
  judged.forEach((yes, row) => void (yes && served[platform[row]][cellOfRow[row]]++));
  return Float64Array.from(platform, (side, row) => {
    const cell = cellOfRow[row];
    if (judged[row] === 0) return NaN;
    if (!lambdaPropensity) return served[side][cell] / (served[ECS][cell] + served[LAMBDA][cell]);
    const p = lambdaPropensity[row];
    if (!(p > 0 && p < 1))
      throw new RangeError(
        `row ${row}: a propensity lies strictly between 0 and 1, not at ${p}; leave requests ` +
          "out that could only go to one platform",
      );
    return side === LAMBDA ? p : 1 - p;
  });
}

/**
 * Under a policy: the requests served where it sends them, weighing the inverse of their
 * propensity.
 */
export function agreeing(
  observed: ObservedOutcomes,
  judged: Uint8Array,
  propensity: Float64Array,
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
      weight: Float64Array.from(row, (i) => 1 / propensity[i]),
    };
  };
}

// eslint-disable-next-line max-params -- goes with the estimator
function knownPropensityMeans(
  columns: readonly MeasureColumn[],
  platform: Uint8Array,
  propensity: Float64Array,
  judged: Uint8Array,
  { blockOfRow, blockCount }: Strata,
  selfNormalised: boolean,
): ValueEstimator["means"] {
  return ({ choice }) => {
    const [rows, toLambda, weights, ...sums] = Array.from(
      { length: 3 + columns.length },
      () => new Float64Array(blockCount),
    );
    for (let row = 0; row < judged.length; row++) {
      if (judged[row] === 0) continue;
      const block = blockOfRow[row];
      rows[block]++;
      toLambda[block] += choice[row];
      if (choice[row] !== platform[row]) continue;
      weights[block] += 1 / propensity[row];
      columns.forEach((column, k) => (sums[k][block] += column[row] / propensity[row]));
    }
    return (weight) => {
      const total = weighted(rows, weight);
      const divisor = selfNormalised ? weighted(weights, weight) : total;
      return Float64Array.of(
        weighted(toLambda, weight) / total,
        ...sums.map((sum) => weighted(sum, weight) / divisor),
      );
    };
  };
}

function cellPropensityMeans(
  columns: readonly MeasureColumn[],
  platform: Uint8Array,
  judged: Uint8Array,
  strata: Strata,
  selfNormalised: boolean,
): ValueEstimator["means"] {
  const slots = slotsOf(strata, judged);
  const sides = [ECS, LAMBDA];
  const served = sides.map((side) => slots.sum((row) => Number(platform[row] === side)));
  return ({ choice }) => {
    const agree = (value: (row: number) => number): Float64Array[] =>
      sides.map((side) =>
        slots.sum((row) => (platform[row] === side && choice[row] === side ? value(row) : 0)),
      );
    const routed = slots.sum((row) => choice[row]);
    const counts = agree(() => 1);
    const sums = columns.map((column) => agree((row) => column[row]));
    return (weight) => {
      const [ecs, lambda] = served.map((s) => slots.byCell(s, weight));
      const rowsOfCell = ecs.map((n, cell) => n + lambda[cell]);
      // A resample may miss a platform in a small cell; that cell then says nothing in that
      // resample.
      const add = (bySide: readonly Float64Array[]): number => {
        const [onEcs, onLambda] = bySide.map((s) => slots.byCell(s, weight));
        let sum = 0;
        rowsOfCell.forEach(
          (n, cell) =>
            void (
              ecs[cell] > 0 &&
              lambda[cell] > 0 &&
              (sum += n * (onEcs[cell] / ecs[cell] + onLambda[cell] / lambda[cell]))
            ),
        );
        return sum;
      };
      let total = 0;
      let toLambda = 0;
      slots
        .byCell(routed, weight)
        .forEach(
          (n, cell) =>
            void (
              ecs[cell] > 0 &&
              lambda[cell] > 0 &&
              ((toLambda += n), (total += rowsOfCell[cell]))
            ),
        );
      const divisor = selfNormalised ? add(counts) : total;
      return Float64Array.of(toLambda / total, ...sums.map((bySide) => add(bySide) / divisor));
    };
  };
}
