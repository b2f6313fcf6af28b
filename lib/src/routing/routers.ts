import { computeFeatures, FEATURES, takeColumns, takeRows } from "../features/index.js";
import { requestCostUsd, whyNoCost, type CostTerms } from "../labels/index.js";
import { predictDistinct, type Classifier } from "../models/index.js";
import { answered, type Requests } from "../requests/index.js";
import { InputError } from "../statistics/index.js";
import { bestThreshold, lambdaAdvantage } from "./best-threshold.js";
import { judgedRequests, type CampaignParts } from "./campaign-parts.js";
import { costSensitiveChoice, expectedDifferences } from "./cost-sensitive.js";
import { observedOutcomes } from "./outcomes.js";
import { withOtherHalves } from "./pair-rows.js";
import { thresholdPolicy, type Policy } from "./policies.js";
import { priceOfTime } from "./price-of-time.js";

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
 * and nothing at all from counterfactual outcomes (the two outcomes of a pair are none: both were
 * measured).
 */
export function makeRouters(
  requests: Requests,
  parts: CampaignParts,
  models: readonly RouterModel[],
  terms: CostTerms,
  usdPerMs = priceOfTime(terms),
): Router[] {
  requireCosts(requests, terms);
  const advantage = lambdaAdvantage(judgedRequests(requests, parts.validation, terms), usdPerMs);
  const saved = ({ choice }: Policy): number => {
    let sum = 0;
    let known = 0;
    advantage.forEach(
      (usd, row) => void (Number.isNaN(usd) || ((sum += choice[row] * usd), known++)),
    );
    return sum / known;
  };
  const names = new Set(models.flatMap(({ model }) => model.featureNames));
  const features = computeFeatures(
    requests,
    FEATURES.filter(({ name }) => names.has(name)),
  );
  const fromModels = models.map(({ name, model, tuned }): Router => {
    const own = takeColumns(features, model.featureNames);
    const [onValidation, onTest] = [parts.validation, parts.test].map((rows) =>
      predictDistinct(model, takeRows(own, rows)),
    );
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
  const observed = observedOutcomes(requests, terms);
  const learned = withOtherHalves(requests, parts.train);
  const name = "cost-sensitive";
  const [onValidation, onTest] = [parts.validation, parts.test].map((rows): Policy => ({
    name,
    choice: costSensitiveChoice(expectedDifferences(requests, observed, learned, rows), usdPerMs),
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

/**
 * Policies are judged in USD, too: throws an InputError where a workload has no cost, with what to
 * state.
 */
function requireCosts(requests: Requests, terms: CostTerms): void {
  const cost = requestCostUsd(requests, terms);
  const { workload, workloadNames } = requests;
  const without = new Set(
    [...answered(requests)].flatMap((row) =>
      Number.isNaN(cost[row]) && workload[row] < workloadNames.length ? [workload[row]] : [],
    ),
  );
  const [first] = without;
  if (first !== undefined)
    throw new InputError(
      `${[...without].map((code) => workloadNames[code]).join(", ")}: routing is judged in USD, ` +
        `and ${whyNoCost(workloadNames[first], terms)} in the study file (--config, or --set)`,
    );
}

/** The router that saves most on the validation requests; the first of equals. */
export function bestRouter(routers: readonly Router[]): Router {
  if (routers.length === 0) throw new RangeError("there is no router to choose from");
  return routers.reduce((best, router) =>
    router.validationNetUsd > best.validationNetUsd ? router : best,
  );
}
