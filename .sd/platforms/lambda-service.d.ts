import type { LambdaPlan } from "../campaign/index.js";
import type { Random } from "../statistics/index.js";
import { type Answer } from "./answer.js";
/**
 * One Lambda function in virtual time: its environments, idle and busy. Invocations must come in
 * the order of time.
 */
export declare class LambdaService {
    private readonly plan;
    private readonly random;
    private readonly cpuShare;
    /** Busy environments by the time they are done. */
    private readonly busy;
    /** Idle environments as a stack, the one that was used last on top, with the times they go. */
    private idleUntilMs;
    private idle;
    private slotStartMs;
    private newInSlot;
    private readonly result;
    /** Over all invocations that were not probes. */
    billedMs: number;
    constructor(plan: LambdaPlan, memoryMb: number, random: Random);
    /** Environments at work. */
    get busyEnvironments(): number;
    /**
     * Invokes the function at `atMs` with a request that waits `waitMs` and takes `cpuMs` on a full
     * vCPU. A probe asks what would have been and leaves the environments as they were.
     */
    invoke(atMs: number, waitMs: number, cpuMs: number, initialisationMs: number, bytes: number, probe: boolean): Answer;
    /** Environments that are done become idle; those on top of the stack whose time is over go. */
    private advanceTo;
    private keepAliveMs;
    private mayStart;
}
