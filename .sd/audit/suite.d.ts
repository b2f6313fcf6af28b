import type { Check } from "./check.js";
/** Every check, in the order in which an audit is read. */
export declare const SUITE: readonly Check[];
