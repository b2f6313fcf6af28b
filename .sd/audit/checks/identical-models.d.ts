import { type Check } from "../check.js";
/**
 * Models that give the same answer to (nearly) every row: different algorithms have then found the
 * same lookup.
 */
export declare const identicalModels: Check;
