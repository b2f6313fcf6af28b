import { type GateResult } from "../campaign/index.js";
import type { CheckResult } from "./check.js";
/** The gates on what was collected, as far as a check measures them. */
export declare const COLLECTION_GATES: readonly string[];
/**
 * Gates that have a check of the same name, judged by what it measured. Throws where the check was
 * not run.
 */
export declare function checkGates(checks: readonly CheckResult[], ids?: readonly string[]): GateResult[];
