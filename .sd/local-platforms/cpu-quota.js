/**
 * A share of a CPU, kept by waiting: work that took more CPU time than the share allows is held
 * back until the share would have allowed it, as a quota of the operating system does in slices of
 * a few ms. Portable, and exact where one request is worked on at a time; requests that share a
 * task are held back in the order in which they are done.
 */
export class CpuQuota {
    share;
    paidUntilMs = -Infinity;
    spentMs = cpuSpentMs();
    /**
     * `share` of one CPU; at 1 and above nothing is held back, because a handler has one CPU at most.
     */
    constructor(share) {
        this.share = share;
    }
    /** Forgets the CPU time spent up to now: initialisation is not charged. */
    start() {
        this.spentMs = cpuSpentMs();
    }
    /**
     * Charges the CPU time this process has spent since the last charge to a request that began at
     * `startedMs` (`performance.now()`), and resolves with it, ms, when the share has allowed it.
     */
    async charge(startedMs) {
        const now = cpuSpentMs();
        const cpuMs = now - this.spentMs;
        this.spentMs = now;
        if (this.share < 1) {
            const untilMs = (this.paidUntilMs =
                Math.max(this.paidUntilMs, startedMs) + cpuMs / this.share);
            // Timers count from when the event loop last looked at the clock, before the work: they may
            // end too early.
            for (let waitMs; (waitMs = untilMs - performance.now()) > 0;)
                await new Promise((resolve) => setTimeout(resolve, Math.ceil(waitMs)));
        }
        return cpuMs;
    }
}
/** CPU time of this process, all its threads, ms. */
function cpuSpentMs() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
}
//# sourceMappingURL=cpu-quota.js.map