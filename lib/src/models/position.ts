import type { Attainability } from "../attainability/index.js";
import type { Interval } from "../statistics/index.js";

/**
 * Where an accuracy stands between the best lookup of one column (0) and the best possible (1; the
 * high end where the ceiling lies between bounds, so that the way is not made out too short), with
 * its interval; null where the two are nearer to each other than half the interval's width,
 * for a place between them is then chance. Above 1 and below 0 are possible: floor and ceiling are
 * those of all rows, the accuracy is of some.
 */
export function positionBetween(
  bounds: Pick<Attainability, "best1" | "headroom"> & Partial<Pick<Attainability, "ceilingBounds">>,
  accuracy: Interval,
): Interval | null {
  const floor = bounds.best1.accuracy;
  const headroom = bounds.ceilingBounds ? bounds.ceilingBounds.high - floor : bounds.headroom;
  if (!(headroom > (accuracy.high - accuracy.low) / 2)) return null;
  const place = (value: number): number => (value - floor) / headroom;
  return {
    estimate: place(accuracy.estimate),
    low: place(accuracy.low),
    high: place(accuracy.high),
    level: accuracy.level,
  };
}
