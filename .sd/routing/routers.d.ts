import { type Classifier } from "../models/index.js";
import type { Requests } from "../requests/index.js";
import { type CampaignParts } from "./campaign-parts.js";
import { type Policy } from "./policies.js";
/** A way to route: named, and applied to the validation and the test requests. */
export interface Router {
    name: string;
    /** Lambda where P(Lambda optimal) exceeds it; null for routers that know no probability. */
    threshold: number | null;
    /**
     * USD a request it saves against sending everything to ECS, waiting at its price included,
     * estimated on the validation requests.
     */
    validationNetUsd: number;
    validation: Policy;
    test: Policy;
}
/**
 * A classifier that may become a router. Its threshold is .5 where `tuned` is false, else the best
 * on the validation requests.
 */
export interface RouterModel {
    name: string;
    model: Classifier;
    tuned: boolean;
}
/**
 * Routers from classifiers, and the cost-sensitive one, which learns no label: it sends a request
 * to Lambda where the expected difference of its group, in USD with a ms at `usdPerMs`, is in
 * Lambda's favour. Thresholds are chosen on the validation requests, differences learned on the
 * training ones; nothing is taken from the test requests but what a router would be told of them,
 * and nothing at all from counterfactual outcomes.
 */
export declare function makeRouters(requests: Requests, parts: CampaignParts, models: readonly RouterModel[], usdPerMs?: number): Router[];
/** The router that saves most on the validation requests; the first of equals. */
export declare function bestRouter(routers: readonly Router[]): Router;
