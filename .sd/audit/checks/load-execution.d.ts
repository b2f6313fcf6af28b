import { type Check } from "../check.js";
/**
 * The same work at different load, by the platform's own clock: what a platform calls execution
 * should not know how many others ask at the same time. Geometric mean of the time in the busiest
 * third over that in the quietest, each size compared with itself (the sizes that get through may
 * differ); requests of one minute count as one draw.
 */
export declare const loadExecution: Check;
