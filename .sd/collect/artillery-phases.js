import { LEAD_MS, wallDueMs } from "./session.js";
/** Virtual users of one slice: so many wait for their turn at once, at the most. */
const SLICE_REQUESTS = 200;
const SLICE_MS = 10_000;
/**
 * Slices are released a little faster than the clock, so that what each phase costs beside its
 * duration makes none late.
 */
const PACE = 0.99;
const BEFORE_RUN_MS = 100;
/**
 * The phases that release the virtual users of the given runs, and which phase comes just before
 * each run. Artillery's own arrival timer keeps a CPU busy while it waits for the next arrival,
 * half of a small machine; so each slice of a run (200 requests or 10 s) is released in a short
 * burst, and the processor holds every user until its request is due.
 */
export function artilleryPhases(runs, clockSpeed) {
    const phases = [];
    const runOfPhase = new Map();
    runs.forEach((run, r) => {
        const name = run.place ? `${run.place.window} ${run.place.pattern}` : `run ${r + 1}`;
        runOfPhase.set(phases.length, r);
        phases.push({ name: `before ${name}`, pause: ms(BEFORE_RUN_MS) });
        const due = run.requests.map((request) => wallDueMs(request, run, clockSpeed));
        const slices = slicesOf(due);
        let releasedMs = 0;
        slices.forEach(({ from, to }, s) => {
            const endMs = s + 1 < slices.length ? due[to] * PACE : due[due.length - 1] + LEAD_MS;
            const forMs = Math.max(2, endMs - releasedMs);
            const burstMs = Math.max(1, Math.min(300, forMs / 2));
            phases.push({ name, duration: ms(burstMs), arrivalCount: to - from }, { name: `${name}, under way`, pause: ms(forMs - burstMs) });
            releasedMs += forMs;
        });
    });
    // Artillery counts arrivals in whole microseconds between them; should one be missing, it is made
    // up for here.
    phases.push({ name: "rest", duration: "10ms", arrivalCount: 5 });
    return { phases, runOfPhase };
}
/** Cuts ascending due times (ms) into slices [from, to). */
function slicesOf(due) {
    const slices = [];
    for (let from = 0, to = 0; from < due.length; from = to) {
        while (to < due.length && to - from < SLICE_REQUESTS && due[to] - due[from] < SLICE_MS)
            to++;
        slices.push({ from, to });
    }
    return slices;
}
function ms(duration) {
    return `${Math.max(1, Math.round(duration))}ms`;
}
//# sourceMappingURL=artillery-phases.js.map