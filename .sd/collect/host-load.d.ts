/** How busy this machine's CPUs are, whoever uses them. */
export declare class HostLoad {
    private readonly samples;
    private readonly timer;
    /** Share of all CPU time of the last second that was used, 0 to 1. */
    busyShare(): number;
    stop(): void;
}
