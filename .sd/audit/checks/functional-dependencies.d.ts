import { type Check } from "../check.js";
/** Features that are functions of others; both ways means the same variable twice. */
export declare const functionalDependencies: Check;
