/**
 * Runs the same worker file in several threads, all with the same data, until all have ended.
 * Rejects with the first error, or with the signal's reason as soon as it aborts; the other threads
 * are ended then.
 */
export declare function runWorkers<Message>(file: URL, threads: number, workerData: unknown, onMessage: (message: Message) => void, signal?: AbortSignal): Promise<void>;
/** Lets timers, messages and a pending abort have their turn. */
export declare function breathe(): Promise<void>;
