import { type Check } from "../check.js";
/**
 * The seed's table 4.2: distinct values, variance, entropy and "useful?" for each feature, with the
 * reason.
 */
export declare const featureVariance: Check;
