import type { FeatureTable } from "../features/index.js";
import { type Classifier } from "../models/index.js";
import type { Requests } from "../requests/index.js";
import { type RuleList } from "./rules.js";
export interface RuleOptions {
    /** Rules at most, the last "else" included; 8 unless given. */
    maxRules?: number;
    /** Conditions a rule may have; 2 unless given. */
    maxConditions?: number;
    /** P(Lambda optimal) above which the model sends a request to Lambda; .5 unless given. */
    threshold?: number;
}
/**
 * A model as a short if / else-if / else list over what a router is told, fitted to the model's
 * answers and not to the labels. Requests are folded into distinct contexts first. Then, again and
 * again, the rule that covers most of what is left is taken among all conjunctions that are pure
 * enough (R. L. Rivest, Learning Decision Lists, 1987: with purity 1 and up to two conditions,
 * searched in full, a model that is such a list is matched on every context, given rules enough).
 * What does not raise the agreement, a rule or a condition, is taken out again.
 *
 * @param requests the requests the list is made from: the training rows
 * @param features their features, as the model reads them
 */
export declare function distilRules(classifier: Classifier, requests: Requests, features: FeatureTable, options?: RuleOptions): RuleList;
