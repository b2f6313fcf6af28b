import { Worker } from "node:worker_threads";
/**
 * Runs the same worker file in several threads, all with the same data, until all have ended.
 * Rejects with the first error, or with the signal's reason as soon as it aborts; the other threads
 * are ended then.
 */
export function runWorkers(file, threads, workerData, onMessage, signal) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const workers = Array.from({ length: threads }, () => new Worker(file, { workerData }));
        let running = threads;
        const end = (error) => {
            signal?.removeEventListener("abort", abort);
            for (const worker of workers)
                void worker.terminate();
            reject(error);
        };
        const abort = () => end(signal.reason);
        signal?.addEventListener("abort", abort, { once: true });
        for (const worker of workers) {
            worker.on("message", (message) => {
                try {
                    onMessage(message);
                }
                catch (error) {
                    end(error);
                }
            });
            worker.on("error", end);
            worker.on("exit", (code) => {
                if (code !== 0)
                    return end(new Error(`a training thread ended with status ${code}`));
                if (--running > 0)
                    return;
                signal?.removeEventListener("abort", abort);
                resolve();
            });
        }
    });
}
/** Lets timers, messages and a pending abort have their turn. */
export function breathe() {
    return new Promise((resolve) => setImmediate(resolve));
}
//# sourceMappingURL=worker-pool.js.map