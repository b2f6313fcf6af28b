import { type Platform } from "../campaign/index.js";
import { type ExpectedDifference } from "./expected-difference.js";
import { type Reason } from "./reason.js";
import type { RequestRouter } from "./router.js";
/** Where a request should go, why, and what that is expected to change. */
export interface Route {
    platform: Platform;
    /** P(Lambda optimal), by the model. */
    probability: number;
    /** The probability above which a request goes to Lambda. */
    threshold: number;
    /** Null where the router is a model alone. */
    reason: Reason | null;
    /** Null where it cannot be had; a note then says why. */
    expectedDifference: ExpectedDifference | null;
    /** Whatever the answer rests on that was not given or not measured. Empty where all was. */
    notes: string[];
    /** Whether reason and difference come from a simulated campaign. */
    simulated: boolean;
}
export interface RouteOptions {
    /**
     * Answer contexts that leave something out with the campaign's mean over what was left out, and
     * say so, instead of refusing them.
     */
    fallback?: boolean;
}
/**
 * Asks a router where a request should go. Whatever the model reads must be given: an unknown
 * workload or a missing field is refused by name (ContextError), unless the fallback is asked for,
 * which a note then states. Never a guess in silence.
 */
export declare function routeRequest(router: RequestRouter, given: unknown, { fallback }?: RouteOptions): Route;
