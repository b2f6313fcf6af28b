/**
 * A seeded source of randomness. Everything random in this project takes one of these, never
 * `Math.random`, so that the same seed gives the same bytes on every machine.
 */
export interface Random {
    /** Uniform on [0, 1), with 32 random bits. */
    uniform(): number;
    /** Uniform integer in [0, below). `below` must be between 1 and 2^32. */
    integer(below: number): number;
    /** Normal with mean 0 and standard deviation 1 (polar method of Marsaglia). */
    normal(): number;
    /** Exponential with mean 1. */
    exponential(): number;
    /** Gamma with the given shape and scale 1 (Marsaglia and Tsang, 2000). */
    gamma(shape: number): number;
    /** Shuffles in place (Fisher and Yates) and returns its argument. */
    shuffle<T extends {
        length: number;
        [index: number]: unknown;
    }>(items: T): T;
    /**
     * An independent generator for a named part of the work: adding one part leaves the others'
     * numbers alone.
     */
    fork(name: string | number): Random;
}
/**
 * A generator for `seed` (any string or number): sfc32 of PractRand, its state filled by hashing
 * the seed.
 */
export declare function createRandom(seed: number | string): Random;
