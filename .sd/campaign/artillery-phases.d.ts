import type { Phase } from "./plan.js";
/**
 * One phase of an Artillery script, by Artillery's own names: seconds and arrivals a second, or a
 * number of arrivals.
 */
export interface ArtilleryPhase {
    name: string;
    duration: number;
    arrivalRate?: number;
    rampTo?: number;
    arrivalCount?: number;
}
/**
 * Artillery's phases of a pattern with even arrivals, as one of `workers` machines that run the
 * same script sends them.
 *
 * Artillery 2.0.34 takes whole arrivals a second only: it stops at a fractional `arrivalRate`, and
 * rounds a ramp's on each worker in each second. A share of a rate is therefore stated as a number
 * of arrivals over a time; a ramp's share in steps of a minute, each at its mean rate.
 */
export declare function evenPhases(pattern: string, phases: readonly Phase[], workers: number): ArtilleryPhase[];
/**
 * The one phase of an irregular process: it prepares the mean and five standard deviations more at
 * once, and the processor holds each until it is due. Those that are not due in time send nothing.
 */
export declare function preparedPhase(pattern: string, { minutes, requestsPerSecond, toRequestsPerSecond }: Phase, cv: number, workers: number): ArtilleryPhase;
