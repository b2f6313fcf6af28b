import {
  normalQuantile,
  studentQuantile,
  unknownInterval,
  type Interval,
} from "../statistics/index.js";
import type { Importance } from "./permutation-importance.js";

/** An interval of an importance, and what it leaves to chance. */
export interface ImportanceInterval extends Interval {
  /**
   * "blocks" of time or "rows": the choice of the held-out requests, over all shuffles. "shuffles":
   * the shuffling of these very requests alone, which says nothing of other requests.
   */
  over: "blocks" | "rows" | "shuffles";
}

/**
 * An importance with its interval: the exact expectation over all shuffles with its interval over
 * the choice of blocks of time (Student's) or of rows (normal, for they are many); where there is
 * none, the mean of the repeats with Student's interval over shuffles alone (the spread of the
 * repeats, divisor n - 1, over their root). Of one repeat, or one block, nothing is known.
 */
export function importanceInterval(
  { exact, mean, standardDeviation, raw }: Importance,
  level = 0.95,
): ImportanceInterval {
  const around = (
    estimate: number,
    error: number,
    degrees: number,
    over: ImportanceInterval["over"],
  ): ImportanceInterval => {
    if (degrees < 1) return { ...unknownInterval(estimate, level), over };
    const quantile = (1 + level) / 2;
    const reach =
      error * (over === "rows" ? normalQuantile(quantile) : studentQuantile(quantile, degrees));
    return { estimate, low: estimate - reach, high: estimate + reach, level, over };
  };
  if (!exact)
    return around(mean, standardDeviation / Math.sqrt(raw.length - 1), raw.length - 1, "shuffles");
  const { standardError, degreesOfFreedom, over } = exact;
  return around(exact.mean, standardError, degreesOfFreedom, over);
}
