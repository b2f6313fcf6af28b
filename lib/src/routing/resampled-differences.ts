import { ECS, LAMBDA } from "../campaign/index.js";
import type { Random } from "../statistics/index.js";
import { AXES, type Axis } from "./outcomes.js";

/**
 * Requests by platform and block of time, and the sum of each axis over them; index of a pair: ECS,
 * LAMBDA.
 */
export interface BlockSums {
  rows: readonly [ecs: Float64Array, lambda: Float64Array];
  /** In the order of AXES. */
  sums: readonly (readonly [ecs: Float64Array, lambda: Float64Array])[];
}

/** Of the resamples, the share that must hold both platforms. */
const USABLE = 0.95;

/**
 * The difference of two means, Lambda's minus ECS's, with its standard error by a bootstrap over
 * blocks of time (requests near in time share their fate), corrected for the number of blocks by
 * sqrt(n / (n - 1)). Null where it cannot be had: a platform without requests, a single block, or
 * resamples that often miss a platform.
 */
export function resampledDifferences(
  { rows, sums }: BlockSums,
  repeats: number,
  random: Random,
): Record<Axis, { estimate: number; standardError: number }> | null {
  const blocks = rows[ECS].length;
  const once = new Uint32Array(blocks).fill(1);
  const total = (values: Float64Array, times: Uint32Array): number =>
    values.reduce((sum, value, block) => sum + times[block] * value, 0);
  const differences = (times: Uint32Array): number[] | null => {
    const served = rows.map((count) => total(count, times));
    return served[ECS] > 0 && served[LAMBDA] > 0
      ? sums.map(
          (axis) =>
            total(axis[LAMBDA], times) / served[LAMBDA] - total(axis[ECS], times) / served[ECS],
        )
      : null;
  };
  const estimates = differences(once);
  if (estimates === null || blocks < 2) return null;
  const drawn: number[][] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const times = new Uint32Array(blocks);
    for (let i = 0; i < blocks; i++) times[random.integer(blocks)]++;
    const found = differences(times);
    if (found !== null) drawn.push(found);
  }
  if (drawn.length < USABLE * repeats || drawn.length < 2) return null;
  const measure = (a: number): { estimate: number; standardError: number } => {
    const mean = drawn.reduce((sum, values) => sum + values[a], 0) / drawn.length;
    const variance =
      drawn.reduce((sum, values) => sum + (values[a] - mean) ** 2, 0) / (drawn.length - 1);
    return { estimate: estimates[a], standardError: Math.sqrt((variance * blocks) / (blocks - 1)) };
  };
  return { [AXES[0]]: measure(0), [AXES[1]]: measure(1) };
}
