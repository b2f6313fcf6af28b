import { type FeatureBins } from "./binning.js";
import { type BoostingKernel } from "./boosting-kernel.js";
import { type BoostingMemory } from "./boosting-memory.js";
/**
 * One of the threads that boost together: which rows and features are its own, and how it waits for
 * the others.
 */
export declare class BoostingMember {
    readonly memory: BoostingMemory;
    readonly thread: number;
    private readonly bins;
    readonly kernel: BoostingKernel;
    readonly whole: Int32Array;
    readonly numbers: Float64Array;
    readonly bytes: Uint8Array;
    private readonly barrier;
    private readonly weightOfFeature;
    constructor(memory: BoostingMemory, thread: number, bins: readonly FeatureBins[]);
    /** Returns once every thread is here. */
    wait(): void;
    /** Calls back with the first row and the one after the last of each of this thread's blocks. */
    forEachBlock(work: (from: number, to: number) => void): void;
    /**
     * Its share of some features, in ascending order: each goes to the thread that has the fewest
     * bins by then.
     */
    ownFeatures(features: Int32Array): Int32Array;
    /** Bytes of a feature's histogram that may hold something: a multiple of 16. */
    histogramBytes(feature: number): number;
}
