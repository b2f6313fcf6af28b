import type { PriceTable } from "../campaign/index.js";
import type { FeatureTable } from "../features/index.js";
import type { LabelOptions } from "../labels/index.js";
import type { Classifier } from "../models/index.js";
import type { Requests } from "../requests/index.js";
import type { Interval } from "../statistics/index.js";
import { type CampaignDifferences } from "./expected-difference.js";
import { type KnownContexts } from "./known-contexts.js";
import type { RuleList } from "./rules.js";
/** What a router's answers were learnt from, in words and numbers. */
export interface RouterOrigin {
    run: string;
    campaign: string;
    /** Whether the campaign was simulated: then so is every expected difference. */
    simulated: boolean;
    seed: number;
    /** How the labels were made that the model learnt; its scheme, clock, margins and cost model. */
    labels: Omit<LabelOptions, "prices"> & {
        prices: PriceTable;
    };
}
/**
 * What a router knows beyond its model: the campaign's contexts, what the platforms differed by in
 * them, and the model in a few rules.
 */
export interface RouterKnowledge {
    origin: RouterOrigin;
    /** P(Lambda optimal) above which a request goes to Lambda. */
    threshold: number;
    contexts: KnownContexts;
    differences: CampaignDifferences;
    rules: RuleList;
    /** How often the rules and the model agree on held-out requests. */
    rulesAgreement: Interval;
}
/** A model with what it takes to give reasons and expected differences, or (null) without. */
export interface RequestRouter {
    classifier: Classifier;
    knowledge: RouterKnowledge | null;
}
export interface RouterParts {
    classifier: Classifier;
    /** The campaign's labelled requests, with the features the model reads. */
    requests: Requests;
    features: FeatureTable;
    rules: RuleList;
    rulesAgreement: Interval;
    origin: RouterOrigin;
    threshold?: number;
}
/** Puts a router together from a fitted model and the campaign it was fitted on. */
export declare function assembleRouter({ classifier, requests, features, rules, rulesAgreement, origin, threshold, }: RouterParts): RequestRouter;
