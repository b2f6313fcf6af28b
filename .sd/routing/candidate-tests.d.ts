import type { ContextColumn } from "./context-columns.js";
import type { Condition } from "./rules.js";
/** A condition with the contexts that pass it: ascending indices, and a flag for each. */
export interface CandidateTest {
    condition: Condition;
    members: Uint32Array;
    passes: Uint8Array;
}
/**
 * Every condition that parts these contexts: "is" and "is not" for each category, "at most" and
 * "above" for each value of a number but the last. Thresholds are values that occur, so that a rule
 * can be read against the plan.
 */
export declare function candidateTests(columns: readonly ContextColumn[], contextCount: number): CandidateTest[];
