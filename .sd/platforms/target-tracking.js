const MINUTE_MS = 60_000;
/**
 * Target tracking on CPU, as ECS does it with CloudWatch's minutes: after `reactsAfterSeconds` of
 * minutes above the target the number of tasks grows to tasks x CPU / target, and the new ones
 * serve after their start-up; after `scalesInAfterSeconds` of minutes below nine tenths of the
 * target it shrinks the same way. Handlers that sleep use no CPU, so their service never grows,
 * however long its line.
 */
export class TargetTracking {
    plan;
    task;
    tasks;
    /** Tasks asked for, of which some may still be starting. */
    desired;
    minute = NaN;
    workMs = 0;
    minutesAbove = 0;
    minutesBelow = 0;
    pending = [];
    /** Changes that took effect, in order. */
    history;
    constructor(plan, task) {
        this.plan = plan;
        this.task = task;
        this.tasks = this.desired = plan.tasks;
        this.history = [{ atMs: -Infinity, tasks: plan.tasks }];
    }
    /** Tasks x hours between two times, busy or idle; tasks are paid from when they serve. */
    taskHours(fromMs, toMs) {
        let taskMs = 0;
        this.history.forEach(({ atMs, tasks }, i) => {
            const until = Math.min(toMs, this.history[i + 1]?.atMs ?? Infinity);
            taskMs += tasks * Math.max(0, until - Math.max(fromMs, atMs));
        });
        return taskMs / 3_600_000;
    }
    /** Counts work on a full vCPU, in the current minute. */
    recordWork(cpuMs) {
        this.workMs += cpuMs;
    }
    /** Changes that take effect up to `nowMs`, in order; closes the minutes before. */
    changesUntil(nowMs) {
        const minute = Math.floor(nowMs / MINUTE_MS);
        if (Number.isNaN(this.minute))
            this.minute = minute;
        const due = [];
        if (minute > this.minute) {
            // Idle minutes beyond those that scale in change nothing more.
            const scaleInMinutes = Math.ceil((this.plan.scaling?.scalesInAfterSeconds ?? 0) / 60);
            const from = Math.max(this.minute, minute - 2 * scaleInMinutes * (this.desired - this.plan.tasks + 1) - 1);
            this.closeMinute(this.minute);
            for (let m = Math.max(from, this.minute + 1); m < minute; m++)
                this.closeMinute(m);
            this.minute = minute;
        }
        while (this.pending.length > 0 && this.pending[0].atMs <= nowMs) {
            const change = this.pending.shift();
            this.tasks = change.tasks;
            this.history.push(change);
            due.push(change);
        }
        return due;
    }
    closeMinute(minute) {
        const { scaling } = this.plan;
        if (!scaling)
            return;
        const percent = (100 * this.workMs) / (MINUTE_MS * this.tasks * this.task.vcpu);
        const endMs = (minute + 1) * MINUTE_MS;
        this.workMs = 0;
        this.minutesAbove = percent > scaling.targetCpuPercent ? this.minutesAbove + 1 : 0;
        this.minutesBelow = percent < 0.9 * scaling.targetCpuPercent ? this.minutesBelow + 1 : 0;
        const wanted = Math.ceil((this.tasks * Math.min(percent, 100)) / scaling.targetCpuPercent);
        if (this.minutesAbove * 60 >= scaling.reactsAfterSeconds && wanted > this.desired) {
            this.ask(Math.min(scaling.maxTasks, wanted), endMs + scaling.taskStartSeconds * 1000);
        }
        else if (this.minutesBelow * 60 >= scaling.scalesInAfterSeconds && wanted < this.desired) {
            this.ask(Math.max(this.plan.tasks, wanted), endMs);
        }
    }
    ask(tasks, atMs) {
        if (tasks === this.desired)
            return;
        this.desired = tasks;
        this.minutesAbove = this.minutesBelow = 0;
        this.pending.push({ atMs, tasks });
        this.pending.sort((a, b) => a.atMs - b.atMs);
    }
}
//# sourceMappingURL=target-tracking.js.map