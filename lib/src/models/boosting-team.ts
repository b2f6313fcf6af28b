import { Barrier } from "./barrier.js";
import { binCount, type FeatureBins } from "./binning.js";
import { boostingKernel, type BoostingKernel } from "./boosting-kernel.js";
import { BLOCK_ROWS, COLUMN_BYTES, type BoostingMemory } from "./boosting-memory.js";

/**
 * One of the threads that boost together: which rows and features are its own, and how it waits for
 * the others.
 */
export class BoostingMember {
  readonly kernel: BoostingKernel;
  readonly whole: Int32Array;
  readonly numbers: Float64Array;
  readonly bytes: Uint8Array;
  private readonly barrier: Barrier;
  private readonly weightOfFeature: Int32Array;

  constructor(
    readonly memory: BoostingMemory,
    readonly thread: number,
    private readonly bins: readonly FeatureBins[],
  ) {
    const {
      memory: { buffer },
      barrier,
      threads,
    } = memory;
    this.kernel = boostingKernel(memory.memory);
    this.whole = new Int32Array(buffer);
    this.numbers = new Float64Array(buffer);
    this.bytes = new Uint8Array(buffer);
    this.barrier = new Barrier(new Int32Array(buffer, barrier, 2), threads);
    this.weightOfFeature = Int32Array.from(bins, binCount);
  }

  /** Returns once every thread is here. */
  wait(): void {
    this.barrier.wait();
  }

  /** Calls back with the first row and the one after the last of each of this thread's blocks. */
  forEachBlock(work: (from: number, to: number) => void): void {
    const { rowCount, threads } = this.memory;
    for (let from = this.thread * BLOCK_ROWS; from < rowCount; from += threads * BLOCK_ROWS)
      work(from, Math.min(rowCount, from + BLOCK_ROWS));
  }

  /**
   * Its share of some features, in ascending order: each goes to the thread that has the fewest
   * bins by then.
   */
  ownFeatures(features: Int32Array): Int32Array {
    const load = new Float64Array(this.memory.threads);
    return features.filter((feature) => {
      const thread = load.indexOf(Math.min(...load));
      load[thread] += this.weightOfFeature[feature];
      return thread === this.thread;
    });
  }

  /** Bytes of a feature's histogram that may hold something: a multiple of 16. */
  histogramBytes(feature: number): number {
    return this.bins[feature].hasMissing
      ? COLUMN_BYTES
      : 16 * Math.ceil(binCount(this.bins[feature]) / 2);
  }
}
