import { quantileSorted } from "./quantile.js";
import type { Random } from "./random.js";

/** An estimate with its uncertainty. `level` is the confidence level, .95 unless said. */
export interface Interval {
  estimate: number;
  low: number;
  high: number;
  level: number;
}

/**
 * A proportion with Wilson's score interval (Wilson, 1927; as recommended by Brown, Cai and
 * DasGupta, 2001). With no trials the interval is [0, 1] and the estimate NaN.
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): Interval {
  if (!(successes >= 0 && successes <= trials))
    throw new RangeError(`successes (${successes}) must lie between 0 and trials (${trials})`);
  if (trials === 0) return { estimate: NaN, low: 0, high: 1, level };
  const z = normalQuantile(0.5 + level / 2);
  const share = successes / trials;
  const zz = (z * z) / trials;
  const centre = (share + zz / 2) / (1 + zz);
  const half = (z / (1 + zz)) * Math.sqrt((share * (1 - share)) / trials + zz / (4 * trials));
  return {
    estimate: share,
    low: Math.max(0, centre - half),
    high: Math.min(1, centre + half),
    level,
  };
}

/**
 * Percentile bootstrap (Efron, 1979): `draw` computes the statistic on one resample, drawing its
 * own rows from the generator it is given. Returns the percentile interval of `repeats` resamples
 * round the given estimate.
 */
export function bootstrapInterval(
  estimate: number,
  draw: (random: Random) => number,
  random: Random,
  repeats = 1000,
  level = 0.95,
): Interval {
  const values = new Float64Array(repeats);
  for (let i = 0; i < repeats; i++) values[i] = draw(random);
  values.sort();
  return {
    estimate,
    low: quantileSorted(values, (1 - level) / 2),
    high: quantileSorted(values, (1 + level) / 2),
    level,
  };
}

/**
 * The quantile function of the standard normal distribution (Acklam's rational approximation, one
 * Halley step: error below 1e-9).
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`a probability strictly between 0 and 1 is needed, not ${probability}`);
  const tail = 0.02425;
  let x: number;
  if (probability < tail || probability > 1 - tail) {
    const q = Math.sqrt(-2 * Math.log(Math.min(probability, 1 - probability)));
    const value =
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q -
        2.549732539343734) *
        q +
        4.374664141464968) *
        q +
        2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q +
        3.754408661907416) *
        q +
        1);
    x = probability < 0.5 ? value : -value;
  } else {
    const q = probability - 0.5;
    const r = q * q;
    x =
      ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r +
        138.357751867269) *
        r -
        30.66479806614716) *
        r +
        2.506628277459239) *
        q) /
      (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r +
        66.80131188771972) *
        r -
        13.28068155288572) *
        r +
        1);
  }
  const error = normalProbability(x) - probability;
  const step = error * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2);
  return x - step / (1 + (x * step) / 2);
}

/**
 * P(Z <= x) for a standard normal Z: Marsaglia's series (2004) up to 3 standard deviations,
 * Laplace's continued fraction of the tail beyond.
 */
export function normalProbability(x: number): number {
  const z = Math.abs(x);
  if (z > 38) return x > 0 ? 1 : 0;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  let upper: number;
  if (z < 3) {
    // Marsaglia (2004): Phi(z) = 1/2 + phi(z) (z + z^3/3 + z^5/15 + ...)
    let term = z;
    let sum = z;
    for (let k = 3; Math.abs(term) > 1e-17 * sum && k < 400; k += 2)
      sum += term = (term * z * z) / k;
    upper = 0.5 - density * sum;
  } else {
    // Laplace's continued fraction of the upper tail, evaluated from its far end.
    let fraction = z;
    for (let k = 200; k >= 1; k--) fraction = z + k / fraction;
    upper = density / fraction;
  }
  return x > 0 ? 1 - upper : upper;
}
