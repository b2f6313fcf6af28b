import { type Check } from "../check.js";
/**
 * Requests that were logged twice: an id that occurs again, or a row that agrees in time, platform,
 * workload and both times.
 */
export declare const duplicates: Check;
