import type { FromArtillery } from "./messages.js";
import type { Session } from "./session.js";
export interface ArtilleryOptions {
    session: Session;
    timeoutMs: number;
    /** Folder for its script and what else it reads. */
    workFolder: string;
    onMessage: (message: FromArtillery) => void;
    /** A run of the session is about to begin. */
    onRun: (run: number) => void;
}
/** Artillery's own command, in a process of its own, working off a session. */
export declare class ArtilleryProcess {
    readonly pid: number;
    /** Resolves when the process is gone, with what it printed last. */
    readonly exited: Promise<string>;
    private readonly child;
    /** Writes script and session, and starts it. */
    constructor({ session, timeoutMs, workFolder, onMessage, onRun }: ArtilleryOptions);
    /** Sends nothing more; a message "drained" follows when all in flight have their rows. */
    stop(): void;
    /**
     * Ends the process at once. Its rows are written as they come: none is lost that has an answer.
     */
    end(): void;
}
