import { type Check } from "../check.js";
/** Logged windows against the time stamps, in every time zone on the half hour. */
export declare const windowsClock: Check;
