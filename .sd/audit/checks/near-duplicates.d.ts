import { type Check } from "../check.js";
/**
 * Features that say nearly the same, by correlation (numbers) or shared information (anything), and
 * the groups they form.
 */
export declare const nearDuplicates: Check;
