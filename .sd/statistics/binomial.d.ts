import type { Random } from "./random.js";
/** P(X = successes) for X binomial with `trials` and `probability`. */
export declare function binomialProbability(successes: number, trials: number, probability: number): number;
/**
 * A binomial draw: how many of `trials` succeed. Exact in distribution at any size: below an
 * expected 10 successes the gaps between successes are drawn (Devroye, 1986, section X.4), above it
 * W. Hörmann's transformed rejection (BTRS, 1993).
 */
export declare function drawBinomial(random: Random, trials: number, probability: number): number;
/**
 * A multinomial draw of `trials` over cells with these relative weights, into `counts`: one
 * binomial a cell out of what the cells before it left.
 */
export declare function drawMultinomial(random: Random, trials: number, weights: ArrayLike<number>, counts: Float64Array): void;
