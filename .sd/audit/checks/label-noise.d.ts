import { type Check } from "../check.js";
/**
 * How often the same context has both labels, and what that costs: rows on the minority's side of
 * their own feature vector.
 */
export declare const labelNoise: Check;
