import { availableParallelism } from "node:os";
import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from "node:worker_threads";
import { addKnownLeaves, type MixedRows } from "./known-paths.js";
import { addLeafValues, addListedLeafValues, type WalkableTree } from "./tree-prediction.js";

/** Leaf values of many rows to be added up; all arrays in shared memory. */
export interface PredictionJob {
  trees: WalkableTree[];
  codes: Uint8Array;
  width: number;
  sums: Float64Array;
  rows: number;
  /** How the rows were put together, if they were, and where that leads. */
  mixed: MixedRows | null;
  /**
   * The next chunk to take, chunks done, and helpers that failed (of those that could say so).
   */
  progress: Int32Array;
}

/**
 * Rows taken at a time: few enough to share out well, many enough that a tree stays in the cache
 * for some while.
 */
const CHUNK = 8192;

/**
 * Takes chunks of a job until none is left. Rows are independent, so it does not matter who takes
 * which.
 */
export function workOn({ trees, codes, width, sums, rows, mixed, progress }: PredictionJob): void {
  const others = new Int32Array(mixed ? CHUNK : 0);
  for (
    let from = CHUNK * Atomics.add(progress, 0, 1);
    from < rows;
    from = CHUNK * Atomics.add(progress, 0, 1)
  ) {
    const count = Math.min(CHUNK, rows - from);
    const own = codes.subarray(from * width, (from + count) * width);
    trees.forEach((tree, t) => {
      if (mixed)
        addListedLeafValues(
          tree,
          own,
          width,
          sums,
          from,
          others,
          addKnownLeaves(t, mixed, sums, from, count, others),
        );
      else addLeafValues(tree, own, width, sums, from, count);
    });
    Atomics.add(progress, 1, 1);
    Atomics.notify(progress, 1);
  }
}

interface Helper {
  worker: Worker;
  port: MessagePort;
  /** Jobs sent so far: what the helper waits on. */
  sent: Int32Array;
}

/** What a helper that cannot go on sends before it says, in the job's progress, that it failed. */
export interface HelperFailure {
  failure: string;
}

/**
 * How long a chunk that a helper has begun is waited for, ms. It takes some ten; a helper that ran
 * out of memory never ends it, and cannot say so.
 */
const PATIENCE_MS = 60_000;

/** Threads that add up leaf values: started once, asleep in between. */
export class PredictionPool {
  private helpers: Helper[] | null = null;

  constructor(
    private readonly file = new URL("./prediction-worker.js", import.meta.url),
    private readonly threads = availableParallelism() - 1,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /**
   * Works on a job with the helpers. Synchronous: this thread works, too, and waits only for chunks
   * that a helper has begun. Throws where a helper fails or dies at one: its rows may be half added
   * up. The pool then begins with new helpers.
   */
  work(job: PredictionJob): void {
    this.helpers ??= Array.from({ length: this.threads }, () => startHelper(this.file));
    for (const { port, sent } of this.helpers) {
      port.postMessage(job);
      Atomics.add(sent, 0, 1);
      Atomics.notify(sent, 0);
    }
    workOn(job);
    const { progress } = job;
    const chunks = Math.ceil(job.rows / CHUNK);
    for (let done = Atomics.load(progress, 1); done < chunks; done = Atomics.load(progress, 1)) {
      if (Atomics.load(progress, 2) > 0) throw this.ended(this.whatFailed());
      if (Atomics.wait(progress, 1, done, this.patienceMs) === "timed-out")
        throw this.ended(`no chunk was ended within ${this.patienceMs / 1000} s`);
    }
  }

  private whatFailed(): string {
    for (const { port } of this.helpers!) {
      const told = receiveMessageOnPort(port)?.message as HelperFailure | undefined;
      if (told) return told.failure;
    }
    return "it left no message";
  }

  private ended(why: string): Error {
    for (const { worker } of this.helpers!) void worker.terminate();
    this.helpers = null;
    return new Error(
      `a thread that helps to predict has failed or died (${why}); if memory is short, predict ` +
        "fewer rows at a time",
    );
  }
}

const pool = new PredictionPool();

/** Adds up leaf values with the help of threads. Throws where one of them fails. */
export function addLeafValuesTogether(
  trees: WalkableTree[],
  codes: Uint8Array,
  width: number,
  sums: Float64Array,
  rows: number,
  mixed: MixedRows | null = null,
): void {
  const progress = new Int32Array(new SharedArrayBuffer(12));
  pool.work({ trees, codes, width, sums, rows, mixed, progress });
}

function startHelper(file: URL): Helper {
  const { port1, port2 } = new MessageChannel();
  const sent = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(file, {
    workerData: { port: port2, sent },
    transferList: [port2],
  });
  // Its end is noticed by the work it leaves; as an event it would end the process.
  worker.on("error", () => {});
  // A sleeping helper must not keep the process alive.
  worker.unref();
  port1.unref();
  return { worker, port: port1, sent };
}
