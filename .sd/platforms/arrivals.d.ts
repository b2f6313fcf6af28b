import type { Arrivals, ScheduledRun } from "../campaign/index.js";
import type { Random } from "../statistics/index.js";
/**
 * Sending times of a run, ms from its start, ascending. The arrival process runs in operational
 * time, where one request is due per unit, and is mapped to the clock by inverting the cumulative
 * rate of the phases (Çinlar, 1975): so any process follows any load pattern.
 */
export declare function arrivalTimes(scheduled: ScheduledRun, arrivals: Arrivals, random: Random): Float64Array;
