import { availableParallelism } from "node:os";
import { MessageChannel, Worker } from "node:worker_threads";
import { addKnownLeaves } from "./known-paths.js";
import { addLeafValues, addListedLeafValues } from "./tree-prediction.js";
/**
 * Rows taken at a time: few enough to share out well, many enough that a tree stays in the cache
 * for some while.
 */
const CHUNK = 8192;
/**
 * Takes chunks of a job until none is left. Rows are independent, so it does not matter who takes
 * which.
 */
export function workOn({ trees, codes, width, sums, rows, mixed, progress }) {
    const others = new Int32Array(mixed ? CHUNK : 0);
    for (let from = CHUNK * Atomics.add(progress, 0, 1); from < rows; from = CHUNK * Atomics.add(progress, 0, 1)) {
        const count = Math.min(CHUNK, rows - from);
        const own = codes.subarray(from * width, (from + count) * width);
        trees.forEach((tree, t) => {
            if (mixed)
                addListedLeafValues(tree, own, width, sums, from, others, addKnownLeaves(t, mixed, sums, from, count, others));
            else
                addLeafValues(tree, own, width, sums, from, count);
        });
        Atomics.add(progress, 1, 1);
        Atomics.notify(progress, 1);
    }
}
let helpers = null;
/**
 * Adds up leaf values with the help of threads that are started once and sleep in between.
 * Synchronous: this thread works, too, and waits only for chunks that a helper has begun.
 */
export function addLeafValuesTogether(trees, codes, width, sums, rows, mixed = null) {
    const job = {
        trees,
        codes,
        width,
        sums,
        rows,
        mixed,
        progress: new Int32Array(new SharedArrayBuffer(8)),
    };
    helpers ??= Array.from({ length: availableParallelism() - 1 }, startHelper);
    for (const { port, sent } of helpers) {
        port.postMessage(job);
        Atomics.add(sent, 0, 1);
        Atomics.notify(sent, 0);
    }
    workOn(job);
    const chunks = Math.ceil(rows / CHUNK);
    for (let done = Atomics.load(job.progress, 1); done < chunks; done = Atomics.load(job.progress, 1))
        Atomics.wait(job.progress, 1, done);
}
function startHelper() {
    const { port1, port2 } = new MessageChannel();
    const sent = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(new URL("./prediction-worker.js", import.meta.url), {
        workerData: { port: port2, sent },
        transferList: [port2],
    });
    // A sleeping helper must not keep the process alive.
    worker.unref();
    port1.unref();
    return { port: port1, sent };
}
//# sourceMappingURL=prediction-pool.js.map