import type { Platform } from "../campaign/index.js";
import type { PlannedRequest } from "./planned-list.js";
/** What the processor inside Artillery must know, written to a file before Artillery starts. */
export interface Session {
    /** From 1: how often the collection has been begun or resumed. */
    number: number;
    /** Folder of the rows. */
    folder: string;
    target: string;
    baseUrl: Record<Platform, string>;
    /** The plan's clock runs this many times as fast as the wall clock. */
    clockSpeed: number;
    runs: SessionRun[];
    /** Files with the bodies, by `bodyKey`. */
    bodies: Record<string, string>;
}
/** A run with the requests that are still to be sent, in the order in which they are due. */
export interface SessionRun {
    /** Null where the logs of the plan name neither window nor pattern. */
    place: {
        window: string;
        pattern: string;
    } | null;
    /** UTC, ms: when the plan would have started the run. */
    plannedStartMs: number;
    /** Ms of the plan's clock that are over already, because what was due in them has been sent. */
    skippedMs: number;
    requests: PlannedRequest[];
}
/**
 * A request is released to Artillery so long before it is due at least, ms: Artillery starts its
 * virtual users in time.
 */
export declare const LEAD_MS = 400;
export declare function bodyKey(workload: string, payloadKb: number): string;
/** Wall clock from the start of a run's part that is still to be sent, ms. */
export declare function wallDueMs({ dueMs }: PlannedRequest, run: SessionRun, clockSpeed: number): number;
