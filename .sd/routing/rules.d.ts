import { type Platform } from "../campaign/index.js";
import type { Requests } from "../requests/index.js";
import { type ContextColumn, type ContextInput } from "./context-columns.js";
/**
 * One test of one input. Categories are named; sizes are KiB, hours UTC; `weekend` is 0 or 1. An
 * input that is not known passes no test.
 */
export interface Condition {
    input: ContextInput;
    test: "is" | "is not" | "at most" | "above";
    value: string | number;
}
/** If all conditions hold, and no earlier rule's did, the answer is `platform`. */
export interface Rule {
    conditions: Condition[];
    platform: Platform;
    /**
     * Requests it fired for where the list was made, and how many of them the model sends to the same
     * platform.
     */
    rows: number;
    agreeing: number;
}
/** An if / else-if / else list. The last rule has no conditions: it answers whatever is left. */
export interface RuleList {
    rules: Rule[];
    /**
     * Requests the list was made from, and the share of them on which it answers as the model does.
     */
    rows: number;
    agreement: number;
}
/** The rule that fires for each request (its index), and what it answers (ECS or LAMBDA). */
export declare function applyRules({ rules }: Pick<RuleList, "rules">, requests: Requests): {
    rule: Uint16Array;
    choice: Uint8Array;
};
/** The same on columns of inputs. */
export declare function firingRules(rules: readonly Pick<Rule, "conditions">[], columns: readonly ContextColumn[], rowCount: number): Uint16Array;
/**
 * "workload is thumbnail_processing and payload is above 200 KiB and at most 500 KiB"; "" where
 * there are no conditions.
 */
export declare function conditionsText(conditions: readonly Condition[]): string;
/** "Lambda" or "ECS", as they are printed. */
export declare function platformTitle(platform: Platform): string;
/** The list as it is read aloud, a rule a line. */
export declare function rulesText({ rules }: Pick<RuleList, "rules">): string[];
/**
 * A rule as a row of a table: what fires it, what it answers, for how many requests, and how often
 * the model agrees there.
 */
export interface RuleRow {
    rule: string;
    answer: string;
    rows: number;
    agreement: number;
}
/** The list as rows for a table. */
export declare function rulesTable(list: RuleList): RuleRow[];
