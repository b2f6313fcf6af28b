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
export declare function wilsonInterval(successes: number, trials: number, level?: number): Interval;
/**
 * Percentile bootstrap (Efron, 1979): `draw` computes the statistic on one resample, drawing its
 * own rows from the generator it is given. Returns the percentile interval of `repeats` resamples
 * round the given estimate.
 */
export declare function bootstrapInterval(estimate: number, draw: (random: Random) => number, random: Random, repeats?: number, level?: number): Interval;
/**
 * The quantile function of the standard normal distribution (Acklam's rational approximation, one
 * Halley step: error below 1e-9).
 */
export declare function normalQuantile(probability: number): number;
/**
 * P(Z <= x) for a standard normal Z: Marsaglia's series (2004) up to 3 standard deviations, Laplace's
 * continued fraction of the tail beyond.
 */
export declare function normalProbability(x: number): number;
