import { ECS, LAMBDA } from "../campaign/index.js";
import {
  blockResampler,
  resampledInterval,
  type Interval,
  type Random,
} from "../statistics/index.js";
import { weighted } from "./estimator.js";
import { AXES, type Axis } from "./outcomes.js";

/**
 * Requests by platform and block of time, and the sum of each axis over them; index of a pair: ECS,
 * LAMBDA.
 */
export interface BlockSums {
  rows: readonly [ecs: Float64Array, lambda: Float64Array];
  /** In the order of AXES. */
  sums: readonly (readonly [ecs: Float64Array, lambda: Float64Array])[];
  /** Run of each block; one run where left out. */
  runOfBlock?: ArrayLike<number>;
}

/** Of the resamples, the share that must hold both platforms. */
const USABLE = 0.95;

/**
 * The difference of two means, Lambda's minus ECS's, with its interval by resampling blocks of time
 * within runs (requests near in time share their fate). Null where it cannot be had: a platform
 * without requests, a single block, or resamples that often miss a platform.
 */
export function resampledDifferences(
  { rows, sums, runOfBlock }: BlockSums,
  random: Random,
  { repeats = 400, level = 0.95 }: { repeats?: number; level?: number } = {},
): Record<Axis, Interval> | null {
  const blocks = rows[ECS].length;
  const differences = (weight: Float64Array): number[] | null => {
    const served = rows.map((count) => weighted(count, weight));
    return served[ECS] > 0 && served[LAMBDA] > 0
      ? sums.map(
          (axis) =>
            weighted(axis[LAMBDA], weight) / served[LAMBDA] -
            weighted(axis[ECS], weight) / served[ECS],
        )
      : null;
  };
  const estimates = differences(new Float64Array(blocks).fill(1));
  const { draw, degreesOfFreedom } = blockResampler(blocks, runOfBlock);
  if (estimates === null || degreesOfFreedom < 1) return null;
  const drawn: number[][] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const found = differences(draw(random));
    if (found !== null) drawn.push(found);
  }
  if (drawn.length < USABLE * repeats || drawn.length < 2) return null;
  const measure = (a: number): Interval =>
    resampledInterval(
      estimates[a],
      drawn.map((values) => values[a]),
      degreesOfFreedom,
      level,
    );
  return { [AXES[0]]: measure(0), [AXES[1]]: measure(1) };
}
