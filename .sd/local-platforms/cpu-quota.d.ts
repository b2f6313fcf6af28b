/**
 * A share of a CPU, kept by waiting: work that took more CPU time than the share allows is held
 * back until the share would have allowed it, as a quota of the operating system does in slices of
 * a few ms. Portable, and exact where one request is worked on at a time; requests that share a
 * task are held back in the order in which they are done.
 */
export declare class CpuQuota {
    private readonly share;
    private paidUntilMs;
    private spentMs;
    /**
     * `share` of one CPU; at 1 and above nothing is held back, because a handler has one CPU at most.
     */
    constructor(share: number);
    /** Forgets the CPU time spent up to now: initialisation is not charged. */
    start(): void;
    /**
     * Charges the CPU time this process has spent since the last charge to a request that began at
     * `startedMs` (`performance.now()`), and resolves with it, ms, when the share has allowed it.
     */
    charge(startedMs: number): Promise<number>;
}
