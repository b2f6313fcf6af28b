import type { EventEmitter } from "node:events";
/**
 * Artillery's reporter hook, in the main thread of its process: hands messages between the
 * collector (over the channel to the parent process) and the processor (in Artillery's worker
 * thread), and reports phases and the final counters.
 */
export default function reporter(events: EventEmitter): {
    cleanup(done: () => void): void;
};
