import type { ClientPlan } from "../campaign/index.js";
/** What the client's link made of a run's bodies; one entry a request. */
export interface Uploads {
    /**
     * Time from the first byte of a body to its last, ms; Infinity where the client gave up before.
     */
    uploadMs: Float64Array;
    /** What the queue at the bottleneck added to each round trip of the request, ms. */
    queueMs: Float64Array;
}
/**
 * The client's uplink: every body on its way gets an equal share (processor sharing), a body is
 * never faster than TCP's slow start lets it, and one that has not arrived when the client gives up
 * leaves the link. Many bodies at once fill the queue at the bottleneck and lengthen everybody's
 * round trips. The same for both platforms: a request's body takes its place on the link wherever
 * it goes.
 *
 * Processor sharing is followed exactly, in virtual time: V grows by (rate / bodies) dt, and a body
 * sent at V leaves at V + its bytes. `sendMs` must ascend.
 */
export declare function shareLink(sendMs: Float64Array, bytes: Float64Array, client: ClientPlan): Uploads;
/**
 * Time TCP needs for a body on an idle link: the round trips in which its window grows, then on
 * average half of the body at full rate.
 */
export declare function slowStartMs(bytes: number, client: ClientPlan): number;
export declare function linkBytesPerMs(client: ClientPlan): number;
