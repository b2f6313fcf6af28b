import type { CheckResult } from "lib/audit";

type Result = CheckResult | Promise<CheckResult>;

/**
 * A fault planted for one check, once as large as it must be found and once just too small to be
 * called.
 */
export interface PlantedFault {
  check: string;
  /** What is planted, in words: the large fault, then the small one. */
  fault: string;
  found(): Result;
  /** What the check must say of it: "fail" unless said. */
  verdict?: "warn" | "fail";
  /** What its evidence must say. */
  evidence?: RegExp;
  tooSmall: string;
  /** Must pass. */
  notCalled(): Result;
}
