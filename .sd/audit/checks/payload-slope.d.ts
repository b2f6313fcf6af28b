import { type Check } from "../check.js";
/**
 * Does the work depend on the payload at all? Judged by the medians of the smallest and the largest
 * size of each workload on each platform, in per cent of the group's median; beside them the
 * Theil-Sen slope, with its own interval.
 */
export declare const payloadSlope: Check;
