import { type Check } from "../check.js";
/** Requests that got no usable answer: no platform, no status, or anything but a 2xx. */
export declare const unanswered: Check;
