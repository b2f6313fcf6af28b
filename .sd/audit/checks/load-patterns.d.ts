import { type Check } from "../check.js";
/**
 * Load patterns by their logged names; without names there is at most the one that the arrivals
 * show.
 */
export declare const loadPatterns: Check;
