import { type Requests } from "./requests.js";
/** Looking back so many seconds from each arrival. */
export declare const LOOK_BACK_SECONDS: readonly [10, 60, 300];
export type LookBackSeconds = (typeof LOOK_BACK_SECONDS)[number];
/**
 * The longest idle time told apart, s: after a day without a request no environment is warm and no
 * queue is left, however much longer it was. The first request of a workload counts as idle so
 * long.
 */
export declare const LONGEST_IDLE_SECONDS = 86400;
/** What came in a stretch before an arrival. */
export interface RecentArrivals {
    requests: Float64Array;
    /** KiB of their bodies. */
    kib: Float64Array;
}
/**
 * What a router knows of the load when a request arrives, without measuring anything: from the
 * times and sizes of earlier arrivals alone, whatever became of them and wherever they were sent.
 * One entry a row.
 */
export interface ArrivalState {
    /** Seconds since the last arrival of the same workload, LONGEST_IDLE_SECONDS at most. */
    idleSeconds: Float64Array;
    /** Arrivals of the same workload, by the seconds looked back. */
    own: Readonly<Record<LookBackSeconds, RecentArrivals>>;
    /** Arrivals of all workloads. */
    all: Readonly<Record<LookBackSeconds, RecentArrivals>>;
}
/** The arrival state of requests; of a part of a campaign (`selectRows`), that in the whole. */
export declare function arrivalStateOf(requests: Requests): ArrivalState;
/** Says what the arrival state of these requests is, for requests that no log holds. */
export declare function setArrivalState({ timestampMs }: Requests, state: ArrivalState): void;
/** The state of the rows that were taken from a campaign, looked up when it is asked for. */
export declare function keepArrivalState(whole: Requests, rows: ArrayLike<number>, part: Requests): void;
/** A state whose columns are made from those of another. */
export declare function mapArrivalState({ idleSeconds, own, all }: ArrivalState, make: (column: Float64Array) => Float64Array): ArrivalState;
/**
 * The arrival state of every request of a whole campaign. The halves of a pair are one arrival: that of
 * the half that was sent first, whose state both have. "Earlier" is by the time stamp; requests
 * with the same one do not see each other. Rows without a workload arrive, and have no state of
 * their own (NaN).
 */
export declare function arrivalState(requests: Requests): ArrivalState;
