import type { EcsPlan, TaskSize } from "../campaign/index.js";
import { type Answer } from "./answer.js";
import { TargetTracking } from "./target-tracking.js";
/**
 * One ECS service in virtual time: tasks that each work on a few requests at once, behind a
 * balancer that hands the next request in line to whichever task is free first. Requests must come
 * in the order of time.
 *
 * A place in a task is taken as soon as it is free, and the platform's clock starts there: a
 * handler reads the body itself, so a body still on its way is waited for on that clock (the
 * author's ECS times grow with the body for this reason, his Lambda times do not). A request whose
 * client has given up when its turn comes is dropped.
 */
export declare class EcsService {
    private readonly plan;
    private readonly task;
    /** When each place is free. */
    private freeAtMs;
    /** When waiting requests start, ascending: the line. */
    private starts;
    private head;
    private waiting;
    private readonly result;
    readonly scaling: TargetTracking;
    constructor(plan: EcsPlan, task: TaskSize);
    /** Requests in line. */
    get queueLength(): number;
    /** Tasks that are running. */
    get runningTasks(): number;
    /**
     * A request whose header arrives at `atMs`, its last byte at `bodyMs` (Infinity if it never
     * does), and whose client gives up at `givesUpMs`. Reading takes `readMs` at least, however early
     * the body came: what no buffer holds is sent only then. A probe asks what would have been and
     * leaves the service as it was.
     */
    serve(atMs: number, bodyMs: number, readMs: number, givesUpMs: number, waitMs: number, cpuMs: number, probe: boolean): Answer;
    private occupy;
    private join;
    private advanceTo;
    /**
     * More places are free from now on; of fewer, those that are busy longest stay (their requests
     * are finished).
     */
    private setPlaces;
}
