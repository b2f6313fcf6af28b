import { ECS, LAMBDA } from "../campaign/index.js";
import { quantileSorted, type Interval, type Random } from "../statistics/index.js";
import { AXES, type Axis, type BothOutcomes, type ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";

/** What a policy is worth: means over the requests, each with its interval, and the difference from a reference policy. */
export interface PolicyValue {
  policy: string;
  /** Share of requests it sends to Lambda. */
  lambdaShare: number;
  /** Mean latency in ms and mean cost in USD a request. */
  mean: Record<Axis, Interval>;
  /** Reference minus policy: what it saves a request (negative: what it loses). */
  saved: Record<Axis, Interval>;
}

/** The values of several policies on the same requests. */
export interface PolicyComparison {
  /** "matched": estimated from logs by matching in cells; "counterfactual": both outcomes of every request are known. */
  method: "matched" | "counterfactual";
  reference: string;
  values: PolicyValue[];
  /** Requests judged. */
  rows: number;
  /** Requests that could not be judged, with the reason: their cell was never seen on one of the platforms. */
  refused: { reason: string; rows: number; cells: number };
  /** Blocks of time the intervals were resampled over. */
  blocks: number;
}

/** How requests are cut into cells (for matching) and blocks of time (for the intervals). */
export interface Strata {
  /** Cell of each row, 0 to cellCount - 1. */
  cellOfRow: Uint32Array;
  cellCount: number;
  /** Block of each row; requests near in time share their fate, so blocks are resampled, not requests. */
  blockOfRow: Uint32Array;
  blockCount: number;
}

export interface ComparisonOptions {
  /** Name of the policy that savings are counted against. */
  reference: string;
  random: Random;
  /** Bootstrap repeats; 1,000 unless given. */
  repeats?: number;
  level?: number;
}

/**
 * Policy values from logs in which each request was served once. Within a cell (everything known before routing) the
 * platforms were offered the same requests, so the mean of a platform's requests in the cell stands for what any request
 * of the cell would have met there (exact matching; Imbens and Rubin, 2015, chapter 17). A cell that one platform never
 * served says nothing about it: its requests are refused and counted. Intervals: percentile bootstrap over blocks of time.
 */
export function comparePoliciesByMatching(observed: ObservedOutcomes, policies: readonly Policy[], strata: Strata, options: ComparisonOptions): PolicyComparison {
  const { cellOfRow, cellCount } = strata, rowCount = cellOfRow.length;
  const seen = [new Uint32Array(cellCount), new Uint32Array(cellCount)];
  for (let row = 0; row < rowCount; row++) seen[observed.platform[row]][cellOfRow[row]]++;
  const usable = Uint8Array.from(seen[ECS], (n, cell) => Number(n > 0 && seen[LAMBDA][cell] > 0));
  let refusedRows = 0, refusedCells = 0;
  for (let cell = 0; cell < cellCount; cell++) {
    if (usable[cell] === 1) continue;
    refusedCells++;
    refusedRows += seen[ECS][cell] + seen[LAMBDA][cell];
  }

  // Sums by (block, cell): the bootstrap then never touches a row again.
  const slots = strata.blockCount * cellCount;
  const served = [new Float64Array(slots), new Float64Array(slots)];
  const sums = AXES.map(() => [new Float64Array(slots), new Float64Array(slots)]);
  const routedToLambda = policies.map(() => new Float64Array(slots));
  for (let row = 0; row < rowCount; row++) {
    const cell = cellOfRow[row];
    if (usable[cell] === 0) continue;
    const slot = strata.blockOfRow[row] * cellCount + cell, platform = observed.platform[row];
    served[platform][slot]++;
    AXES.forEach((axis, a) => (sums[a][platform][slot] += observed[axis][row]));
    policies.forEach((policy, p) => (routedToLambda[p][slot] += policy.choice[row]));
  }

  const estimate = (blockWeight: ArrayLike<number>): PolicyMeans => {
    const total = (values: Float64Array, cell: number): number => {
      let sum = 0;
      for (let block = 0; block < strata.blockCount; block++) if (blockWeight[block] > 0) sum += blockWeight[block] * values[block * cellCount + cell];
      return sum;
    };
    const means = policies.map(() => AXES.map(() => 0)), lambda = policies.map(() => 0);
    let rows = 0;
    for (let cell = 0; cell < cellCount; cell++) {
      if (usable[cell] === 0) continue;
      const ecsRows = total(served[ECS], cell), lambdaRows = total(served[LAMBDA], cell);
      // A resample may miss a platform in a small cell; that cell then says nothing in that resample.
      if (ecsRows === 0 || lambdaRows === 0) continue;
      const cellRows = ecsRows + lambdaRows;
      rows += cellRows;
      const cellMeans = AXES.map((_, a) => [total(sums[a][ECS], cell) / ecsRows, total(sums[a][LAMBDA], cell) / lambdaRows]);
      policies.forEach((_, p) => {
        const toLambda = total(routedToLambda[p], cell);
        lambda[p] += toLambda;
        AXES.forEach((__, a) => (means[p][a] += toLambda * cellMeans[a][LAMBDA] + (cellRows - toLambda) * cellMeans[a][ECS]));
      });
    }
    return { means: means.map((axes) => axes.map((sum) => sum / rows)), lambdaShare: lambda.map((n) => n / rows) };
  };
  return {
    method: "matched",
    reference: options.reference,
    values: withIntervals(policies, strata.blockCount, estimate, options),
    rows: rowCount - refusedRows,
    refused: { reason: "one of the platforms was never seen in their cell", rows: refusedRows, cells: refusedCells },
    blocks: strata.blockCount,
  };
}

/**
 * Policy values where both outcomes of every request are known (simulated campaigns): exact means over the requests that
 * both platforms would have answered (the others are counted as refused), with bootstrap intervals over blocks of time
 * for what another campaign of the same kind would give.
 */
export function comparePoliciesExactly(both: BothOutcomes, policies: readonly Policy[], strata: Pick<Strata, "blockOfRow" | "blockCount">, options: ComparisonOptions): PolicyComparison {
  const { blockOfRow, blockCount } = strata, rowCount = blockOfRow.length;
  const answered = Uint8Array.from({ length: rowCount }, (_, row) => Number(both.every((side) => AXES.every((axis) => !Number.isNaN(side[axis][row])))));
  const refused = answered.reduce((count, known) => count + 1 - known, 0);
  const rows = new Float64Array(blockCount);
  const lambda = policies.map(() => new Float64Array(blockCount));
  const sums = policies.map(() => AXES.map(() => new Float64Array(blockCount)));
  for (let row = 0; row < rowCount; row++) {
    if (answered[row] === 0) continue;
    const block = blockOfRow[row];
    rows[block]++;
    policies.forEach(({ choice }, p) => {
      lambda[p][block] += choice[row];
      AXES.forEach((axis, a) => (sums[p][a][block] += both[choice[row]][axis][row]));
    });
  }
  const weighted = (values: Float64Array, weight: ArrayLike<number>): number => values.reduce((sum, value, block) => sum + weight[block] * value, 0);
  const estimate = (weight: ArrayLike<number>): PolicyMeans => {
    const total = weighted(rows, weight);
    return {
      means: sums.map((axes) => axes.map((byBlock) => weighted(byBlock, weight) / total)),
      lambdaShare: lambda.map((byBlock) => weighted(byBlock, weight) / total),
    };
  };
  return {
    method: "counterfactual",
    reference: options.reference,
    values: withIntervals(policies, blockCount, estimate, options),
    rows: rowCount - refused,
    refused: { reason: "the other platform would not have answered them", rows: refused, cells: 0 },
    blocks: blockCount,
  };
}

/** Means by policy and axis, and the share each policy sends to Lambda. */
interface PolicyMeans {
  means: number[][];
  lambdaShare: number[];
}

function withIntervals(policies: readonly Policy[], blockCount: number, estimate: (blockWeight: ArrayLike<number>) => PolicyMeans, options: ComparisonOptions): PolicyValue[] {
  const { random, repeats = 1000, level = 0.95 } = options;
  const reference = policies.findIndex(({ name }) => name === options.reference);
  if (reference < 0) throw new RangeError(`no policy is called "${options.reference}"; there are ${policies.map((p) => p.name).join(", ")}`);
  const point = estimate(new Float64Array(blockCount).fill(1));
  // Every policy is judged on the same resamples, so that differences keep what the policies have in common.
  const drawn = Array.from({ length: repeats }, () => estimate(resampleBlocks(blockCount, random)).means);
  const interval = (value: (means: number[][]) => number): Interval => {
    const values = Float64Array.from(drawn, value).filter((v) => !Number.isNaN(v)).sort();
    return { estimate: value(point.means), low: quantileSorted(values, (1 - level) / 2), high: quantileSorted(values, (1 + level) / 2), level };
  };
  const perAxis = (make: (axis: number) => Interval): Record<Axis, Interval> => ({ latencyMs: make(0), costUsd: make(1) });
  return policies.map(({ name }, p) => ({
    policy: name,
    lambdaShare: point.lambdaShare[p],
    mean: perAxis((a) => interval((means) => means[p][a])),
    saved: perAxis((a) => interval((means) => means[reference][a] - means[p][a])),
  }));
}

function resampleBlocks(blockCount: number, random: Random): Uint32Array {
  const times = new Uint32Array(blockCount);
  for (let i = 0; i < blockCount; i++) times[random.integer(blockCount)]++;
  return times;
}
