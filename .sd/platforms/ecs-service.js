import { emptyAnswer } from "./answer.js";
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
export class EcsService {
    plan;
    task;
    /** When each place is free. */
    freeAtMs = [];
    /** When waiting requests start, ascending: the line. */
    starts = new Float64Array(64);
    head = 0;
    waiting = 0;
    result = emptyAnswer();
    scaling;
    constructor(plan, task) {
        this.plan = plan;
        this.task = task;
        this.scaling = new TargetTracking(plan, task);
        this.setPlaces(plan.tasks * plan.concurrencyPerTask, 0);
    }
    /** Requests in line. */
    get queueLength() {
        return this.waiting;
    }
    /** Tasks that are running. */
    get runningTasks() {
        return this.freeAtMs.length / this.plan.concurrencyPerTask;
    }
    /**
     * A request whose header arrives at `atMs`, its last byte at `bodyMs` (Infinity if it never
     * does), and whose client gives up at `givesUpMs`. Reading takes `readMs` at least, however early
     * the body came: what no buffer holds is sent only then. A probe asks what would have been and
     * leaves the service as it was.
     */
    serve(atMs, bodyMs, readMs, givesUpMs, waitMs, cpuMs, probe) {
        const answer = this.result;
        const { freeAtMs } = this;
        this.advanceTo(atMs);
        answer.executionMs = NaN;
        answer.cpuMs = 0;
        answer.doneMs = atMs;
        if (this.waiting >= this.plan.queueLimit) {
            answer.status = 503;
            return answer;
        }
        let place = 0;
        let busy = 1;
        for (let i = 1; i < freeAtMs.length; i++)
            if (freeAtMs[i] < freeAtMs[place])
                place = i;
        const startMs = Math.max(atMs, freeAtMs[place]);
        answer.status = 200;
        if (startMs >= givesUpMs || bodyMs >= givesUpMs) {
            // Nobody is there to be answered; a place that waited for the body is held until the client
            // is gone.
            answer.doneMs = Infinity;
            if (!probe)
                this.occupy(place, atMs, startMs, startMs < givesUpMs ? givesUpMs : freeAtMs[place]);
            return answer;
        }
        for (let i = 0; i < freeAtMs.length; i++)
            if (i !== place && freeAtMs[i] > startMs)
                busy++;
        // The CPU of the service is shared by the places at work; one handler uses one vCPU at most.
        const tasks = freeAtMs.length / this.plan.concurrencyPerTask;
        const cpu = cpuMs / Math.min(1, (this.task.vcpu * tasks) / Math.max(busy, tasks));
        answer.cpuMs = cpu;
        answer.executionMs = Math.max(readMs, bodyMs - startMs) + waitMs + cpu;
        answer.doneMs = startMs + answer.executionMs;
        if (!probe) {
            this.occupy(place, atMs, startMs, answer.doneMs);
            this.scaling.recordWork(cpuMs);
        }
        return answer;
    }
    occupy(place, atMs, startMs, untilMs) {
        this.freeAtMs[place] = untilMs;
        if (startMs > atMs)
            this.join(startMs);
    }
    join(startMs) {
        const { starts } = this;
        if (this.waiting === starts.length) {
            const grown = new Float64Array(2 * starts.length);
            for (let i = 0; i < this.waiting; i++)
                grown[i] = starts[(this.head + i) % starts.length];
            this.starts = grown;
            this.head = 0;
        }
        this.starts[(this.head + this.waiting++) % this.starts.length] = startMs;
    }
    advanceTo(nowMs) {
        while (this.waiting > 0 && this.starts[this.head] <= nowMs) {
            this.head = (this.head + 1) % this.starts.length;
            this.waiting--;
        }
        if (!this.plan.scaling)
            return;
        for (const change of this.scaling.changesUntil(nowMs))
            this.setPlaces(change.tasks * this.plan.concurrencyPerTask, change.atMs);
    }
    /**
     * More places are free from now on; of fewer, those that are busy longest stay (their requests
     * are finished).
     */
    setPlaces(count, nowMs) {
        while (this.freeAtMs.length < count)
            this.freeAtMs.push(nowMs);
        if (this.freeAtMs.length > count)
            this.freeAtMs = this.freeAtMs.sort((a, b) => b - a).slice(0, count);
    }
}
//# sourceMappingURL=ecs-service.js.map