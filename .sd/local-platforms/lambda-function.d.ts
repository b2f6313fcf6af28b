import type { KeepAlive, Workload } from "../campaign/index.js";
import type { Random } from "../statistics/index.js";
import { type Answer } from "./endpoint.js";
export interface FunctionOptions {
    workload: Workload;
    memoryMb: number;
    /** Environments at a time; 429 above. */
    concurrencyLimit: number;
    keepAlive: KeepAlive;
    /** The keep-alive passes this many times as fast as the wall clock. */
    clockSpeed: number;
    random: Random;
}
/**
 * One Lambda function: a process for each environment, one request at a time in each. The
 * environment that was idle for the shortest time is taken first; where none is idle a new one is
 * started, and the request waits for its process to start and load the handler: a real cold start.
 * An idle environment is ended when its keep-alive is over.
 */
export declare class LambdaFunction {
    private readonly options;
    private readonly environments;
    /** The one that was used last stands last. */
    private idle;
    private busy;
    private sweeper;
    private readonly cpuShare;
    constructor(options: FunctionOptions);
    invoke(body: Buffer): Promise<Answer>;
    /** Lets the keep-alive of idle environments pass by so many ms of the wall clock at once. */
    skip(ms: number): void;
    close(): Promise<void>;
    private startEnvironment;
    private endExpired;
    private drop;
    private keepAliveMs;
}
