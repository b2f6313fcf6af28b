import { type Check } from "../check.js";
/**
 * Whether the accuracy the user hopes for is possible on these features, and if not, why: a lookup,
 * or noise.
 */
export declare const ceiling: Check;
