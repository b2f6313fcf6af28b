import { normalQuantile, type Interval } from "../statistics/index.js";
import type { Importance } from "./permutation-importance.js";

/**
 * An importance with its interval: the exact expectation over all shuffles with its normal interval
 * over the choice of rows; where there is none, the mean of the repeats with that over shuffles
 * alone (the spread of the repeats, divisor n - 1, over their root).
 */
export function importanceInterval(
  { exact, mean, standardDeviation, raw }: Importance,
  level = 0.95,
): Interval {
  const z = normalQuantile(0.5 + level / 2);
  const estimate = exact ? exact.mean : mean;
  const error = exact ? exact.standardError : standardDeviation / Math.sqrt(raw.length - 1);
  return { estimate, low: estimate - z * error, high: estimate + z * error, level };
}
