import { type Check } from "../check.js";
/**
 * Lambda's memory as it was declared (by the plan, else by the author's feature table) against what
 * the logs record.
 */
export declare const memoryDeclared: Check;
