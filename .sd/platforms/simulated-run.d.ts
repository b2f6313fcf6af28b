import type { ScheduledRun } from "../campaign/index.js";
/** What one platform made of each request of a run; one entry a request. */
export interface Outcomes {
    /** HTTP status; NO_ANSWER (0) where the client gave up first. */
    status: Uint16Array;
    /** Platform's clock, ms; NaN on failures. */
    executionTimeMs: Float64Array;
    /** Client's clock, ms; the time-out where it gave up. */
    responseTimeMs: Float64Array;
    /** 1 cold, 0 warm; MISSING where the platform says nothing. */
    coldStart: Uint8Array;
    /** Share of the execution time on the CPU, per cent. */
    cpuPercent: Float64Array;
    /** Lambda: ms that are billed, and of those the initialisation's; NaN on ECS and failures. */
    billedDurationMs: Float64Array;
    initDurationMs: Float64Array;
    /** ECS: tasks of the service that were running; NaN on Lambda. */
    runningTasks: Float64Array;
}
/** One simulated load test, in the order in which the requests were sent. */
export interface SimulatedRun {
    scheduled: ScheduledRun;
    /** From 0, in the order of time. */
    index: number;
    /** Requests of the run; in a duet, pairs. */
    requestCount: number;
    /** Whether each request was sent to both platforms. */
    duet: boolean;
    /** UTC, whole ms since 1970. */
    sentMs: Float64Array;
    /** Index in the plan's `workloads`. */
    workload: Uint8Array;
    targetPayloadKb: Float64Array;
    actualPayloadKb: Float64Array;
    /** The platform each request was sent to, in a duet first: ECS or LAMBDA. */
    platform: Uint8Array;
    /**
     * What both platforms make of each request, by ECS and LAMBDA. In a duet both carry it; else the
     * one it was not sent to answers as if this one request had come to it, everything else being as
     * it was.
     */
    outcomes: readonly [ecs: Outcomes, lambda: Outcomes];
    /** Tasks x hours of each of the plan's workloads' services during the run. */
    taskHours: number[];
    /** Billed Lambda seconds x GB of each of the plan's workloads' functions. */
    lambdaGbSeconds: number[];
}
export declare function emptyOutcomes(count: number): Outcomes;
