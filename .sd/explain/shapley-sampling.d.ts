import type { ShapleyGame } from "./shapley-game.js";
export interface SamplingOptions {
    seed: number | string;
    /**
     * A row is done when every standard error is at most this part of its largest value (or of the
     * model's output range over the background, if that is larger).
     */
    tolerance: number;
    /** Rounds over the background, 2 at least: one says nothing about its own error. */
    maxRounds: number;
}
/**
 * Shapley values by sampled permutations of the players (Castro et al., 2009): each brings what the
 * output changes by when the row's values enter in the permutation's order. Stratified: a round
 * takes every background row once, with its share, so the sampling error comes from the orders
 * alone and the values add up exactly after every round. Antithetic: each order is followed by its
 * reverse (Mitchell et al., 2022). Standard errors from the spread within each stratum, over
 * rounds. Returns the rounds that each vector took.
 */
export declare function sampleShapley(game: ShapleyGame, { seed, tolerance, maxRounds }: SamplingOptions, values: Float64Array, errors: Float64Array, tick: (shareDone: number) => Promise<void>): Promise<Uint32Array>;
