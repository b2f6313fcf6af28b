import type { Workload } from "../campaign/index.js";
/** What an environment says when its handler is loaded. */
export interface EnvironmentReady {
    port: number;
}
/** What an environment makes of one request. */
export interface EnvironmentReply {
    status: number;
    result: Record<string, unknown>;
    /** From the whole body to the result, the wait for the CPU share included. */
    executionTimeMs: number;
    cpuMs: number;
    /** Resident set of the process after the request, MiB. */
    memoryMb: number;
}
/** An environment that is gone (it crashed, or was ended) before it answered. */
export declare class EnvironmentGone extends Error {
    name: string;
}
/** A process with a handler: a Lambda execution environment, or an ECS task. */
export declare class Environment {
    /** Requests it is working on. */
    outstanding: number;
    gone: boolean;
    /** Resolves when the handler is loaded; rejects with EnvironmentGone. */
    readonly ready: Promise<void>;
    private readonly child;
    private readonly agent;
    private port;
    private readonly exited;
    /** Starts the process. `cpuShare` is the share of a CPU its handlers get. */
    constructor(workload: Workload, cpuShare: number);
    /** Hands a body to the handler. Rejects with EnvironmentGone. */
    call(body: Buffer): Promise<EnvironmentReply>;
    /** Runs `then` when the process has ended, for whatever reason. */
    whenGone(then: () => void): void;
    /** Ends the process; resolves when it is gone. */
    end(): Promise<void>;
}
