import type { EcsPlan, TaskSize } from "../campaign/index.js";
/** The service runs `tasks` tasks from `atMs` on. */
export interface TaskChange {
    atMs: number;
    tasks: number;
}
/**
 * Target tracking on CPU, as ECS does it with CloudWatch's minutes: after `reactsAfterSeconds` of
 * minutes above the target the number of tasks grows to tasks x CPU / target, and the new ones
 * serve after their start-up; after `scalesInAfterSeconds` of minutes below nine tenths of the
 * target it shrinks the same way. Handlers that sleep use no CPU, so their service never grows,
 * however long its line.
 */
export declare class TargetTracking {
    private readonly plan;
    private readonly task;
    private tasks;
    /** Tasks asked for, of which some may still be starting. */
    private desired;
    private minute;
    private workMs;
    private minutesAbove;
    private minutesBelow;
    private pending;
    /** Changes that took effect, in order. */
    private readonly history;
    constructor(plan: EcsPlan, task: TaskSize);
    /** Tasks x hours between two times, busy or idle; tasks are paid from when they serve. */
    taskHours(fromMs: number, toMs: number): number;
    /** Counts work on a full vCPU, in the current minute. */
    recordWork(cpuMs: number): void;
    /** Changes that take effect up to `nowMs`, in order; closes the minutes before. */
    changesUntil(nowMs: number): TaskChange[];
    private closeMinute;
    private ask;
}
