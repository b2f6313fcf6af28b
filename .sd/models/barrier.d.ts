/** Where threads wait for each other: each one's call returns once all have called. */
export declare class Barrier {
    private readonly state;
    private readonly threads;
    /** @param state two zeros in shared memory: how many have arrived, and how often all had */
    constructor(state: Int32Array, threads: number);
    wait(): void;
}
