import { type Check } from "../check.js";
/**
 * Windows, hours and weekdays the requests cover. Where no window was logged, the most that the
 * hours could cover in any time zone.
 */
export declare const timeWindows: Check;
