/**
 * How often a thread looks before it goes to sleep: some ten microseconds, less than waking up
 * takes.
 */
const LOOKS = 10_000;
/** Where threads wait for each other: each one's call returns once all have called. */
export class Barrier {
    state;
    threads;
    /** @param state two zeros in shared memory: how many have arrived, and how often all had */
    constructor(state, threads) {
        this.state = state;
        this.threads = threads;
    }
    wait() {
        const { state, threads } = this;
        if (threads === 1)
            return;
        const round = Atomics.load(state, 1);
        if (Atomics.add(state, 0, 1) === threads - 1) {
            Atomics.store(state, 0, 0);
            Atomics.add(state, 1, 1);
            Atomics.notify(state, 1);
            return;
        }
        for (let look = 0; look < LOOKS; look++)
            if (Atomics.load(state, 1) !== round)
                return;
        while (Atomics.load(state, 1) === round)
            Atomics.wait(state, 1, round);
    }
}
//# sourceMappingURL=barrier.js.map