import { type Message } from "./messages.js";
export interface KernelOptions {
    /** Variables added to (or, when undefined, taken out of) the kernel's environment. */
    env?: Record<string, string | undefined>;
    /** Longest wait for the kernel to answer its first question, ms (default 60,000). */
    startLimitMs?: number;
}
/** The kernel's final word on one cell. */
export interface ExecuteReply {
    status: "ok" | "error" | "aborted";
    executionCount: number;
}
/**
 * One running tslab kernel and the client's side of the Jupyter protocol (version 5.3, over
 * ZeroMQ). `await Kernel.start()`, `execute` cell by cell, `shutdown` in the end, whatever
 * happened.
 */
export declare class Kernel {
    #private;
    /** The kernel's language_info, as notebooks keep it in their metadata. */
    languageInfo: Record<string, unknown>;
    /**
     * Called with messages about requests that are done: output that comes late, a rejection after
     * its cell ended.
     */
    onLateMessage: (message: Message) => void;
    private constructor();
    /**
     * Starts a kernel in the project's root and waits until it answers. Throws KernelDiedError where
     * it does not.
     */
    static start(options?: KernelOptions, signal?: AbortSignal): Promise<Kernel>;
    /**
     * Runs one cell. `onOutput` gets its messages (stream, display_data, update_display_data,
     * execute_result, error) in order; all have been given when the promise resolves. Rejects with
     * KernelDiedError where the kernel ends meanwhile.
     */
    execute(code: string, onOutput: (message: Message) => void): Promise<ExecuteReply>;
    /** What may stand at position `cursor` of a cell, best first. */
    complete(code: string, cursor: number): Promise<string[]>;
    /**
     * What is known of the word at position `cursor` of a cell, as text; empty where it is nothing.
     * The kernel compiles the cell for it without running it, so that the types of what it imports
     * are read when it is run.
     */
    inspect(code: string, cursor: number): Promise<string>;
    /**
     * Asks the running cell to stop, again and again until it does (Node loses a signal that falls on
     * the moment in which it hands SIGINT from a script back to the event loop). A loop in a cell
     * that uses `await` cannot hear it: then only `kill` helps.
     */
    interrupt(): void;
    /** How the kernel's process ended; undefined while it runs. */
    get ending(): string | undefined;
    /** Asks the kernel to end, and ends it with all it started where it does not within `graceMs`. */
    shutdown(graceMs?: number): Promise<void>;
    /**
     * Ends the kernel and all it started, now (SIGTERM, half a second later SIGKILL), and removes its
     * files.
     */
    kill(): Promise<void>;
}
