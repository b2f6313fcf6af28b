import { type Check } from "../check.js";
/**
 * Each model against the best one-feature lookup, by the study's paired test: over blocks of time, or
 * over rows where the table carries no time.
 */
export declare const liftOverLookup: Check;
