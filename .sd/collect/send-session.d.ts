import type { FromArtillery, Settled } from "./messages.js";
import { type Session } from "./session.js";
export interface SendOptions {
    session: Session;
    timeoutMs: number;
    workFolder: string;
    signal: AbortSignal;
    onStart: (artilleryPid: number) => void;
    /** A run of the session (its index there) is about to begin. */
    onRun: (run: number) => void;
    onSettled: (settled: Settled) => void;
    onTick: (tick: {
        run: number;
        askedPerSecond: number;
        achievedPerSecond: number;
        secondsLeft: number;
    }) => void;
}
export interface SessionResult {
    /** Requests sent, by Artillery's own count. */
    artillerySent: number;
    /** Ended on the signal, before all was sent. */
    stopped: boolean;
    rates: Omit<Extract<FromArtillery, {
        type: "run sent";
    }>, "type">[];
}
/**
 * Lets Artillery send a session and hands on what it tells. Artillery ends with the last answer, or
 * on the signal with the last one in flight. Throws CollectError where it ends otherwise.
 */
export declare function sendSession({ session, timeoutMs, workFolder, signal, onStart, onRun, onSettled, onTick, }: SendOptions): Promise<SessionResult>;
