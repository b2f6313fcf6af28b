import type { PlannedRequest } from "./planned-list.js";
import type { Session, SessionRun } from "./session.js";
/** What became of a request. */
export interface Outcome {
    /** UTC, ms: when it was sent. */
    sentMs: number;
    responseTimeMs: number;
    /** Sent so long after it was due, ms. */
    lateMs: number;
    /** Share of the host's CPUs that were busy about then, 0 to 1. */
    hostBusyShare: number;
    /** 0 where there was no answer. */
    status: number;
    /** Body of the answer; null where there was none. */
    body: string | null;
    /** Name of the error where there was no answer. */
    error: string | null;
}
/** Why the times of a row may not be the platform's. */
export type Mark = "sent late" | "host busy";
export declare function marksOf({ lateMs, hostBusyShare, }: Pick<Outcome, "lateMs" | "hostBusyShare">): Mark[];
/**
 * A request as one line of the log, in the format of the author's campaigns; what is this
 * collection's own stands in `collected`.
 */
export declare function logRow(session: Session, run: SessionRun, request: PlannedRequest, bodyBytes: number, outcome: Outcome): string;
/** What an answer says of a request. */
export interface Measured {
    status: number;
    error: string | null;
    metrics: Record<string, unknown>;
}
/**
 * Status, error and the platform's metrics of an answer. One with a 2xx that does not tell the
 * handler's time is no measurement: it is logged as a bad gateway's, and says what it was.
 */
export declare function measured({ status, body, error, }: Pick<Outcome, "status" | "body" | "error">): Measured;
