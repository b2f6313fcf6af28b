import { availableParallelism } from "node:os";
import { parentPort, Worker } from "node:worker_threads";
/**
 * Workers that each do one job at a time, in the order in which the jobs were given. A worker that
 * dies fails the job it had, and another takes its place.
 */
export class WorkerPool {
    script;
    size;
    idle = [];
    all = new Set();
    waiting = [];
    /** `script` calls `serveJobs`. */
    constructor(script, size = availableParallelism()) {
        this.script = script;
        this.size = size;
        for (let i = 0; i < size; i++)
            this.start();
    }
    run(job) {
        return new Promise((resolve, reject) => {
            this.waiting.push({ job, resolve, reject });
            this.next();
        });
    }
    /** Ends the workers; jobs that wait are failed. */
    async close() {
        for (const { reject } of this.waiting.splice(0))
            reject(new Error("the pool was closed"));
        await Promise.all([...this.all].map((worker) => worker.terminate()));
    }
    start() {
        const worker = new Worker(this.script);
        this.all.add(worker);
        this.idle.push(worker);
        worker.once("exit", () => {
            this.all.delete(worker);
            const at = this.idle.indexOf(worker);
            if (at >= 0)
                this.idle.splice(at, 1);
        });
        // Whoever waits for a result keeps the process alive, not a worker that has nothing to do.
        worker.unref();
    }
    next() {
        const worker = this.waiting.length > 0 ? this.idle.pop() : undefined;
        if (!worker)
            return;
        const { job, resolve, reject } = this.waiting.shift();
        const ended = () => {
            worker.off("message", answered).off("error", failed).off("exit", left);
            worker.unref();
        };
        const answered = (answer) => {
            ended();
            this.idle.push(worker);
            if ("result" in answer)
                resolve(answer.result);
            else
                reject(Object.assign(new Error(answer.message), { stack: answer.stack }));
            this.next();
        };
        const failed = (error) => {
            ended();
            reject(error);
            this.start();
            this.next();
        };
        const left = () => failed(new Error("a worker ended in the middle of its job"));
        worker.on("message", answered).on("error", failed).on("exit", left);
        worker.ref();
        worker.postMessage(job);
    }
}
/** What the script of a worker does: answers each job with what `work` makes of it. */
export function serveJobs(work) {
    parentPort.on("message", (job) => {
        work(job).then((result) => parentPort.postMessage({ result }), (error) => parentPort.postMessage({ message: error.message, stack: error.stack ?? "" }));
    });
}
//# sourceMappingURL=worker-pool.js.map