import { type FeatureTable } from "../features/index.js";
import { type Classifier, type Split } from "../models/index.js";
import { type Requests } from "../requests/index.js";
import { type RuleOptions } from "./distil-rules.js";
import { type BothOutcomes } from "./outcomes.js";
import { type RequestRouter, type RouterOrigin } from "./router.js";
import type { RuleList } from "./rules.js";
import { type RulesValue } from "./rules-value.js";
export interface RouterTask extends RuleOptions {
    classifier: Classifier;
    /** The labelled requests, their features and labels, row by row. */
    requests: Requests;
    features: FeatureTable;
    label: Uint8Array;
    split: Pick<Split, "train" | "test">;
    /** Both outcomes of the test requests where they are known; null for real logs. */
    both: BothOutcomes | null;
    origin: RouterOrigin;
}
/** A router, the rules its model comes down to, and how well they stand in for it. */
export interface BuiltRouter {
    router: RequestRouter;
    rules: RuleList;
    rulesValue: RulesValue;
}
/**
 * Distils a fitted model into rules on the training rows, judges them on the test rows, and puts
 * the router together from the whole campaign.
 */
export declare function buildRouter({ classifier, requests, features, label, split, both, origin, ...options }: RouterTask): BuiltRouter;
