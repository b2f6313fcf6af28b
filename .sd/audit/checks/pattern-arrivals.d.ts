import { type Check } from "../check.js";
/**
 * The load pattern a run names against the one its arrivals show. Only what does not depend on the
 * rates that were planned is judged: that a ramp rises, a burst bursts, an even load does neither,
 * and medium load is clearly more than low. Judged run by run where a run has requests enough, and
 * for each pattern over all its runs together.
 */
export declare const patternArrivals: Check;
