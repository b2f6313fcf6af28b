import { type Interval } from "../statistics/index.js";
import type { Requests } from "../requests/index.js";
import type { PolicyTask } from "./compare-policies.js";
import type { Axis, BothOutcomes, ObservedOutcomes } from "./outcomes.js";
import { type PolicyComparison } from "./policy-value.js";
import { type RuleList } from "./rules.js";
/** What rules are judged on: held-out requests, with the model's answers for them. */
export interface RulesTask {
    requests: Requests;
    /** P(Lambda optimal) of each request, by the model. */
    probability: ArrayLike<number>;
    /** Labels of the same requests: 1 = Lambda optimal. */
    label: ArrayLike<number>;
    observed: ObservedOutcomes;
    /** Both outcomes of each request where they are known; null for real logs. */
    both: BothOutcomes | null;
    cells: PolicyTask["cells"];
    blocks: PolicyTask["blocks"];
    seed: number;
    /** P above which the model sends a request to Lambda; .5 unless given. */
    threshold?: number;
}
/** How well a list of rules stands in for its model on requests that neither was made from. */
export interface RulesValue {
    rows: number;
    /** Share of requests that both send to the same platform. */
    agreement: Interval;
    /** Shares of requests sent where their label says. */
    modelAccuracy: number;
    rulesAccuracy: number;
    /** Rules minus model. */
    accuracyDifference: Interval;
    /**
     * What following the rules costs a request more than following the model: ms and USD (negative:
     * less).
     */
    costAgainstModel: Record<Axis, Interval>;
    /** How ms and USD were found, and for how many requests they could be. */
    method: PolicyComparison["method"];
    judged: number;
    refused: PolicyComparison["refused"];
}
/**
 * Judges rules against the model they were made from: agreement, accuracy, ms and USD, each with
 * its interval over blocks of time, resampled within runs.
 */
export declare function rulesValue(list: RuleList, task: RulesTask): RulesValue;
/**
 * "The rules send 98.31 [97.92, 98.60] % of 17,633 held-out requests where the model sends them;
 * following them costs ..."
 */
export declare function rulesVerdict(value: RulesValue, simulated: boolean): string;
