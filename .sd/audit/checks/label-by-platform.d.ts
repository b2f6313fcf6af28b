import { type Check } from "../check.js";
/**
 * Does the label depend on the platform the row was measured on? A request's best platform cannot:
 * a difference within the same context is made by the labelling, which compares each row's own time
 * with the other platform's typical one. The differences of cells are averaged with the weights of
 * Mantel and Haenszel.
 */
export declare const labelByPlatform: Check;
