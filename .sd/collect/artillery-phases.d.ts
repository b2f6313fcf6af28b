import { type SessionRun } from "./session.js";
/**
 * A phase as Artillery takes it: so many virtual users within a duration, or a pause. Durations as
 * "1500ms".
 */
export interface CollectPhase {
    name: string;
    duration?: string;
    arrivalCount?: number;
    pause?: string;
}
/**
 * The phases that release the virtual users of the given runs, and which phase comes just before
 * each run. Artillery's own arrival timer keeps a CPU busy while it waits for the next arrival,
 * half of a small machine; so each slice of a run (200 requests or 10 s) is released in a short
 * burst, and the processor holds every user until its request is due.
 */
export declare function artilleryPhases(runs: readonly SessionRun[], clockSpeed: number): {
    phases: CollectPhase[];
    runOfPhase: Map<number, number>;
};
