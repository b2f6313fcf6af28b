import type { TaskSize, Workload } from "../campaign/index.js";
import { type Answer } from "./endpoint.js";
export interface ServiceOptions {
    workload: Workload;
    taskSize: TaskSize;
    tasks: number;
    /** Requests a task works on at once. */
    concurrencyPerTask: number;
    /** Requests that may wait for a task; 503 above. */
    queueLimit: number;
}
/**
 * One ECS service: a fixed number of tasks (processes that are there before the first request), a
 * balancer that gives a request to the task with the fewest, and a queue in front of it. A task
 * that ends is replaced.
 */
export declare class LocalEcsService {
    private readonly options;
    private readonly tasks;
    private readonly waiting;
    private closed;
    constructor(options: ServiceOptions);
    /** Starts the tasks; resolves when all have loaded their handler. */
    start(): Promise<void>;
    serve(body: Buffer): Promise<Answer>;
    close(): Promise<void>;
    private startTask;
    /** A slot of the task with the fewest requests that has one free. */
    private take;
    /** A slot for a request that has to wait; nothing where too many wait already. */
    private takeInTurn;
    private serveWaiting;
}
