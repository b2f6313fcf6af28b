import { type Check } from "../check.js";
/**
 * Whether the share of cold starts differs between windows: the distance between the two windows'
 * intervals that lie farthest apart.
 */
export declare const coldStartsDiffer: Check;
