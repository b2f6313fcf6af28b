/** Workload names in the order of their codes: WORKLOADS first, others as the logs bring them. */
export declare class WorkloadCodes {
    readonly names: string[];
    private codes;
    /** The code of a name, a new one for a new name; -1 when all 255 are taken. */
    codeOf(name: string): number;
}
