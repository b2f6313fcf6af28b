import { type Check } from "../check.js";
/**
 * Factors of the campaign that always, or nearly always, occur together: their effects cannot be
 * told apart.
 */
export declare const aliasedFactors: Check;
