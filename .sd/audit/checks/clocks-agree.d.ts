import { type Check } from "../check.js";
/**
 * The platforms' clock (execution) against the client's (response), cell by cell: which platform
 * has the lower median by each? A difference counts where the medians' intervals do not overlap.
 */
export declare const clocksAgree: Check;
