import { type Check } from "../check.js";
/**
 * The author's own measure of label variety: the standard deviation of the label within a workload.
 */
export declare const labelSpread: Check;
