import { type Check } from "../check.js";
/**
 * Runs of one pattern that follow each other without a pause under another window: one run whose
 * name was changed on the way.
 */
export declare const continuedRuns: Check;
