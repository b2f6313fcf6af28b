import { normalQuantile, type Interval } from "../statistics/index.js";

/**
 * The risk difference over strata (Mantel and Haenszel's weights, variance by Greenland and Robins,
 * 1985); null without a stratum that has both.
 */
export function mantelHaenszel(
  strata: readonly { n1: number; k1: number; n0: number; k0: number }[],
  level: number,
): Interval | null {
  let weights = 0;
  let sum = 0;
  let variance = 0;
  for (const { n1, k1, n0, k0 } of strata) {
    if (n1 === 0 || n0 === 0) continue;
    const weight = (n1 * n0) / (n1 + n0);
    weights += weight;
    sum += weight * (k1 / n1 - k0 / n0);
    // Half a row each way keeps a stratum of one label from claiming certainty.
    const p1 = (k1 + 0.5) / (n1 + 1);
    const p0 = (k0 + 0.5) / (n0 + 1);
    variance += weight * weight * ((p1 * (1 - p1)) / n1 + (p0 * (1 - p0)) / n0);
  }
  if (weights === 0) return null;
  const estimate = sum / weights;
  const half = (normalQuantile(0.5 + level / 2) * Math.sqrt(variance)) / weights;
  return { estimate, low: estimate - half, high: estimate + half, level };
}
