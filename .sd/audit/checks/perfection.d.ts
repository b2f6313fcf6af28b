import { type Check } from "../check.js";
/** Models that are too good: near 100 %, or better than the features allow. */
export declare const perfection: Check;
