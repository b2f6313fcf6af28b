import { type Requests } from "../requests/index.js";
/** One load test as the logs show it: requests of one window and pattern without a long pause. */
export interface Run {
    /** "midday, medium_load", with a number where there are several. */
    name: string;
    window: number;
    pattern: number;
    /** Its rows in the order of time. */
    rows: Uint32Array;
    startMs: number;
    endMs: number;
}
/**
 * The runs of a campaign, in the order of their starts. Where the logs name neither window nor
 * pattern, pauses alone part them.
 */
export declare function findRuns({ rowCount, timestampMs, timeWindow, loadPattern }: Requests): Run[];
/** Requests a minute of a run: one entry a whole minute, the started last one left out. */
export declare function requestsPerMinute(run: Run, timestampMs: Float64Array): Float64Array;
