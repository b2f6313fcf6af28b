import { type Check } from "../check.js";
/**
 * The shortest lookup that does what can be done: a model is only worth training where that lookup
 * is long.
 */
export declare const labelRule: Check;
