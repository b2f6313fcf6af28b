import type { Requests } from "./requests.js";
/**
 * The pairs of a duet: requests that were sent to both platforms at the same moment, with the same
 * body. One entry a pair, in the order of its first row.
 */
export interface Pairs {
    count: number;
    /** Rows of the two halves. */
    ecsRow: Uint32Array;
    lambdaRow: Uint32Array;
    /** Row of the half that was sent first: where the pair stands when it is treated as one request. */
    firstRow: Uint32Array;
    /** Rows with a pair id whose other half is not in the logs, or names no platform. */
    halvesAlone: Uint32Array;
    /** Rows that repeat a half which was there already. */
    repeated: Uint32Array;
}
/** Whether any request of a campaign was sent to both platforms. */
export declare function isPaired(requests: Pick<Requests, "pairIdHash">): boolean;
/** Finds the two halves of each pair by `pair_id`. Requests without one are in no pair. */
export declare function findPairs(requests: Requests): Pairs;
