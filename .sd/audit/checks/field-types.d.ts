import { type Check } from "../check.js";
/**
 * Fields whose JSON type depends on the platform, or that one platform logs in several types: "128"
 * here, 128 there.
 */
export declare const fieldTypes: Check;
