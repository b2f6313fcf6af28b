import { cpus } from "node:os";
const SAMPLE_MS = 250;
/** Samples a share is taken over: one second. */
const SAMPLES = 4;
/** How busy this machine's CPUs are, whoever uses them. */
export class HostLoad {
    samples = [cpuTimes()];
    timer = setInterval(() => {
        this.samples.push(cpuTimes());
        if (this.samples.length > SAMPLES + 1)
            this.samples.shift();
    }, SAMPLE_MS).unref();
    /** Share of all CPU time of the last second that was used, 0 to 1. */
    busyShare() {
        const first = this.samples[0];
        const last = this.samples[this.samples.length - 1];
        const total = last.total - first.total;
        return total > 0 ? 1 - (last.idle - first.idle) / total : 0;
    }
    stop() {
        clearInterval(this.timer);
    }
}
function cpuTimes() {
    let idle = 0;
    let total = 0;
    for (const { times } of cpus()) {
        idle += times.idle;
        total += times.user + times.nice + times.sys + times.idle + times.irq;
    }
    return { idle, total };
}
//# sourceMappingURL=host-load.js.map