import { takeRows, type FeatureTable } from "../features/index.js";
import { predictDistinct, type Classifier, type Split } from "../models/index.js";
import { groupIntoCells, selectRows, timeBlocks, type Requests } from "../requests/index.js";
import { distilRules, type RuleOptions } from "./distil-rules.js";
import { observedOutcomes, type BothOutcomes } from "./outcomes.js";
import { assembleRouter, type RequestRouter, type RouterOrigin } from "./router.js";
import type { RuleList } from "./rules.js";
import { rulesValue, type RulesValue } from "./rules-value.js";

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
export function buildRouter({
  classifier,
  requests,
  features,
  label,
  split,
  both,
  origin,
  ...options
}: RouterTask): BuiltRouter {
  const rules = distilRules(
    classifier,
    selectRows(requests, split.train),
    takeRows(features, split.train),
    options,
  );
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
