import { type Platform } from "../campaign/index.js";
import type { Requests } from "../requests/index.js";
/**
 * Requests of the whole campaign logged in the `seconds` before each request (itself left out).
 * What a router counts for itself: it uses the times of earlier requests, never how they went.
 */
export declare function recentRequests(requests: Requests, seconds: number): Float64Array;
/**
 * Seconds since the last request of the same workload that was sent to `platform`; NaN before the
 * first. The router knows where it sent earlier requests, so the platform of *other* rows is
 * context here; that of the row itself is not used.
 */
export declare function secondsSinceLast(requests: Requests, platform: Platform): Float64Array;
