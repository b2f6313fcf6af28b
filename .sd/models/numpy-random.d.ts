/**
 * The part of NumPy's legacy `RandomState` that scikit-learn draws its splits from, bit for bit:
 * MT19937 (Matsumoto and Nishimura, 1998) with its integer seeding, masked rejection for integers,
 * and the Fisher-Yates shuffle. Everything else in this project uses `createRandom`.
 */
export interface NumpyRandom {
    /** `RandomState.permutation(items)`: a shuffled copy. */
    permutation(items: ArrayLike<number>): Uint32Array;
}
/** `numpy.random.RandomState(seed)` for a whole number from 0 to 2^32 - 1. */
export declare function numpyRandom(seed: number): NumpyRandom;
