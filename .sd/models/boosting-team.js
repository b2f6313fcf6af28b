import { Barrier } from "./barrier.js";
import { binCount } from "./binning.js";
import { boostingKernel } from "./boosting-kernel.js";
import { BLOCK_ROWS, COLUMN_BYTES } from "./boosting-memory.js";
/**
 * One of the threads that boost together: which rows and features are its own, and how it waits for
 * the others.
 */
export class BoostingMember {
    memory;
    thread;
    bins;
    kernel;
    whole;
    numbers;
    bytes;
    barrier;
    weightOfFeature;
    constructor(memory, thread, bins) {
        this.memory = memory;
        this.thread = thread;
        this.bins = bins;
        const { memory: { buffer }, barrier, threads, } = memory;
        this.kernel = boostingKernel(memory.memory);
        this.whole = new Int32Array(buffer);
        this.numbers = new Float64Array(buffer);
        this.bytes = new Uint8Array(buffer);
        this.barrier = new Barrier(new Int32Array(buffer, barrier, 2), threads);
        this.weightOfFeature = Int32Array.from(bins, binCount);
    }
    /** Returns once every thread is here. */
    wait() {
        this.barrier.wait();
    }
    /** Calls back with the first row and the one after the last of each of this thread's blocks. */
    forEachBlock(work) {
        const { rowCount, threads } = this.memory;
        for (let from = this.thread * BLOCK_ROWS; from < rowCount; from += threads * BLOCK_ROWS)
            work(from, Math.min(rowCount, from + BLOCK_ROWS));
    }
    /**
     * Its share of some features, in ascending order: each goes to the thread that has the fewest
     * bins by then.
     */
    ownFeatures(features) {
        const load = new Float64Array(this.memory.threads);
        return features.filter((feature) => {
            const thread = load.indexOf(Math.min(...load));
            load[thread] += this.weightOfFeature[feature];
            return thread === this.thread;
        });
    }
    /** Bytes of a feature's histogram that may hold something: a multiple of 16. */
    histogramBytes(feature) {
        return this.bins[feature].hasMissing
            ? COLUMN_BYTES
            : 16 * Math.ceil(binCount(this.bins[feature]) / 2);
    }
}
//# sourceMappingURL=boosting-team.js.map