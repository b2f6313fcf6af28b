import { campaignDifferences } from "./expected-difference.js";
import { knownContexts } from "./known-contexts.js";
/** Puts a router together from a fitted model and the campaign it was fitted on. */
export function assembleRouter({ classifier, requests, features, rules, rulesAgreement, origin, threshold = 0.5, }) {
    if (features.rowCount !== requests.rowCount)
        throw new RangeError(`${features.rowCount} rows of features for ${requests.rowCount} requests`);
    return {
        classifier,
        knowledge: {
            origin,
            threshold,
            rules,
            rulesAgreement,
            contexts: knownContexts(classifier, requests, features),
            differences: campaignDifferences(requests, { seed: origin.seed }),
        },
    };
}
//# sourceMappingURL=router.js.map