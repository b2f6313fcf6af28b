import { type Check } from "../check.js";
/**
 * Whether platforms and sizes got about as many answers as each other within a workload. For
 * campaigns whose plan is not known.
 */
export declare const balance: Check;
