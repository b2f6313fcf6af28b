import { type Check } from "../check.js";
/**
 * What would change the answer on the ceiling: more requests, or a factor that is known before
 * routing and not in the table.
 */
export declare const power: Check;
