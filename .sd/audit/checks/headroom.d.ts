import { type Check } from "../check.js";
/** What learning can add to the best lookup of one feature. */
export declare const headroom: Check;
