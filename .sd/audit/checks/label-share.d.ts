import { type Check } from "../check.js";
/**
 * Share of Lambda labels within each workload: a workload with one answer leaves nothing to decide
 * in it.
 */
export declare const labelShare: Check;
