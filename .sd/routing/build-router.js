import { takeRows } from "../features/index.js";
import { predictDistinct } from "../models/index.js";
import { groupIntoCells, selectRows, timeBlocks } from "../requests/index.js";
import { distilRules } from "./distil-rules.js";
import { observedOutcomes } from "./outcomes.js";
import { assembleRouter } from "./router.js";
import { rulesValue } from "./rules-value.js";
/**
 * Distils a fitted model into rules on the training rows, judges them on the test rows, and puts
 * the router together from the whole campaign.
 */
export function buildRouter({ classifier, requests, features, label, split, both, origin, ...options }) {
    const rules = distilRules(classifier, selectRows(requests, split.train), takeRows(features, split.train), options);
    const test = selectRows(requests, split.test);
    const value = rulesValue(rules, {
        requests: test,
        probability: predictDistinct(classifier, takeRows(features, split.test)),
        label: Uint8Array.from(split.test, (row) => label[row]),
        observed: observedOutcomes(test),
        both,
        cells: groupIntoCells(test),
        blocks: timeBlocks(test.timestampMs),
        seed: origin.seed,
        threshold: options.threshold,
    });
    const router = assembleRouter({
        classifier,
        requests,
        features,
        rules,
        rulesAgreement: value.agreement,
        origin,
        threshold: options.threshold,
    });
    return { router, rules, rulesValue: value };
}
//# sourceMappingURL=build-router.js.map