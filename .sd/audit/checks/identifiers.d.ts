import { type Check } from "../check.js";
/**
 * Columns that name rows instead of describing them: whole numbers or words of which nearly every
 * row has its own, or a running number.
 */
export declare const identifiers: Check;
