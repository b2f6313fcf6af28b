/**
 * Workers that each do one job at a time, in the order in which the jobs were given. A worker that
 * dies fails the job it had, and another takes its place.
 */
export declare class WorkerPool<Job, Result> {
    private readonly script;
    readonly size: number;
    private readonly idle;
    private readonly all;
    private readonly waiting;
    /** `script` calls `serveJobs`. */
    constructor(script: URL, size?: number);
    run(job: Job): Promise<Result>;
    /** Ends the workers; jobs that wait are failed. */
    close(): Promise<void>;
    private start;
    private next;
}
/** What the script of a worker does: answers each job with what `work` makes of it. */
export declare function serveJobs<Job, Result>(work: (job: Job) => Promise<Result>): void;
