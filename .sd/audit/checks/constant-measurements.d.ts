import { type Check } from "../check.js";
/** Measurements that never change, or repeat a setting: a field that says "measured" and is not. */
export declare const constantMeasurements: Check;
