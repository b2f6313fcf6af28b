import { type Check } from "../check.js";
/**
 * A ceiling on response times, as a client's time-out leaves it. Work of different length that ends
 * at the same longest time, with many requests close below it and none beyond, was cut off: from
 * the numbers in the two tenths below the ceiling, falling on as they fall there, so many were to
 * be expected beyond it.
 */
export declare const durationCeiling: Check;
