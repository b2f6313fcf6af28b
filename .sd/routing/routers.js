import { computeFeatures, FEATURES, takeColumns, takeRows } from "../features/index.js";
import { predictDistinct } from "../models/index.js";
import { bestThreshold, lambdaAdvantage } from "./best-threshold.js";
import { judgedRequests } from "./campaign-parts.js";
import { costSensitiveChoice, expectedDifferences } from "./cost-sensitive.js";
import { observedOutcomes } from "./outcomes.js";
import { thresholdPolicy } from "./policies.js";
import { DEFAULT_USD_PER_MS } from "./price-of-time.js";
/**
 * Routers from classifiers, and the cost-sensitive one, which learns no label: it sends a request
 * to Lambda where the expected difference of its group, in USD with a ms at `usdPerMs`, is in
 * Lambda's favour. Thresholds are chosen on the validation requests, differences learned on the
 * training ones; nothing is taken from the test requests but what a router would be told of them,
 * and nothing at all from counterfactual outcomes.
 */
export function makeRouters(requests, parts, models, usdPerMs = DEFAULT_USD_PER_MS) {
    const validation = judgedRequests(requests, parts.validation);
    const advantage = lambdaAdvantage(validation.observed, validation.strata, usdPerMs);
    const saved = ({ choice }) => {
        let sum = 0;
        let known = 0;
        advantage.forEach((usd, row) => void (Number.isNaN(usd) || ((sum += choice[row] * usd), known++)));
        return sum / known;
    };
    const names = new Set(models.flatMap(({ model }) => model.featureNames));
    const features = computeFeatures(requests, FEATURES.filter(({ name }) => names.has(name)));
    const fromModels = models.map(({ name, model, tuned }) => {
        const own = takeColumns(features, model.featureNames);
        const [onValidation, onTest] = [parts.validation, parts.test].map((rows) => predictDistinct(model, takeRows(own, rows)));
        const threshold = tuned ? bestThreshold(onValidation, advantage).threshold : 0.5;
        const policy = thresholdPolicy(name, onValidation, threshold);
        return {
            name,
            threshold,
            validationNetUsd: saved(policy),
            validation: policy,
            test: thresholdPolicy(name, onTest, threshold),
        };
    });
    const observed = observedOutcomes(requests);
    const name = "cost-sensitive";
    const [onValidation, onTest] = [parts.validation, parts.test].map((rows) => ({
        name,
        choice: costSensitiveChoice(expectedDifferences(requests, observed, parts.train, rows), usdPerMs),
    }));
    return [
        ...fromModels,
        {
            name,
            threshold: null,
            validationNetUsd: saved(onValidation),
            validation: onValidation,
            test: onTest,
        },
    ];
}
/** The router that saves most on the validation requests; the first of equals. */
export function bestRouter(routers) {
    if (routers.length === 0)
        throw new RangeError("there is no router to choose from");
    return routers.reduce((best, router) => router.validationNetUsd > best.validationNetUsd ? router : best);
}
//# sourceMappingURL=routers.js.map