import type { GroupTally } from "./tally.js";
/** How far a collection is; told some times a second. */
export interface CollectionProgress {
    state: "preparing" | "waiting" | "sending" | "stopping";
    /** The run that is being sent, from 1; null before the first. */
    run: {
        number: number;
        of: number;
        name: string;
    } | null;
    planned: number;
    /** Rows in the folder, of all sessions. */
    rows: number;
    /** Rows of this session whose times may not be the platform's. */
    marked: number;
    /** Over the last five seconds. */
    askedPerSecond: number;
    achievedPerSecond: number;
    /** Of this session. */
    groups: GroupTally[];
    /** Of sending, or of waiting for a run's time of day; null where it is not known. */
    secondsLeft: number | null;
}
