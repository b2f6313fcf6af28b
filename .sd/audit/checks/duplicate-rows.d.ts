import { type Check } from "../check.js";
/**
 * Rows that repeat another in every feature and the label, in tables whose rows are otherwise all
 * different.
 */
export declare const duplicateRows: Check;
