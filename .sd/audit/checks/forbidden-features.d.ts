import { type Check } from "../check.js";
/** Columns whose name says that they are known only after the decision. */
export declare const forbiddenFeatures: Check;
