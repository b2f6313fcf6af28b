/** A kernel that ended, or could not be started, without having been asked to. */
export declare class KernelDiedError extends Error {
    readonly name = "KernelDiedError";
}
/**
 * The operating system's side of a kernel: one process group, so that whatever a cell started ends
 * with it.
 */
export declare class KernelProcess {
    #private;
    /** Settles when the process is gone, with a sentence on how it ended. Never rejects. */
    readonly ended: Promise<string>;
    constructor(connectionFile: string, env: Record<string, string | undefined>);
    /** How the process ended; undefined while it runs. */
    get ending(): string | undefined;
    /**
     * The end of what the process wrote past the protocol: an out-of-memory message, a crash in
     * native code.
     */
    get lastWords(): string;
    /** An error that tells how the kernel ended and what it last said. */
    diedError(): KernelDiedError;
    /**
     * Interrupts the running cell (SIGINT to the kernel alone: a cell's children keep running, as
     * under Jupyter).
     */
    interrupt(): void;
    /** Sends a signal to the whole process group; one that is gone already is left in peace. */
    signal(signal: NodeJS.Signals): void;
    /**
     * Ends the process group: SIGTERM, then SIGKILL after `graceMs`. Resolves when the kernel is
     * gone.
     */
    terminate(graceMs: number): Promise<void>;
}
