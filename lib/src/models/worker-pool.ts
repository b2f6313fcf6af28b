import { Worker } from "node:worker_threads";

/**
 * Runs the same worker file in several threads, all with the same data, until all have ended.
 * Rejects with the first error, or with the signal's reason as soon as it aborts; the other threads
 * are ended then.
 */
export function runWorkers<Message>(
  file: URL,
  threads: number,
  workerData: unknown,
  onMessage: (message: Message) => void,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const workers = Array.from({ length: threads }, () => new Worker(file, { workerData }));
    let running = threads;
    const end = (error: unknown): void => {
      signal?.removeEventListener("abort", abort);
      for (const worker of workers) void worker.terminate();
      reject(error);
    };
    const abort = (): void => end(signal!.reason);
    signal?.addEventListener("abort", abort, { once: true });
    for (const worker of workers) {
      worker.on("message", (message: Message) => {
        try {
          onMessage(message);
        } catch (error) {
          end(error);
        }
      });
      worker.on("error", end);
      worker.on("exit", (code) => {
        if (code !== 0) return end(new Error(`a training thread ended with status ${code}`));
        if (--running > 0) return;
        signal?.removeEventListener("abort", abort);
        resolve();
      });
    }
  });
}

/** Lets timers, messages and a pending abort have their turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
