import { takeRows, type FeatureTable } from "../features/index.js";
import { predictDistinct, type Classifier, type Split } from "../models/index.js";
import { groupIntoCells, selectRows, type Requests } from "../requests/index.js";
import { judgedRequests } from "./campaign-parts.js";
import { distilRules, type RuleOptions } from "./distil-rules.js";
import type { BothOutcomes } from "./outcomes.js";
import { assembleRouter, type RequestRouter, type RouterOrigin } from "./router.js";
import type { RuleList } from "./rules.js";
import { rulesValue, type RulesValue } from "./rules-value.js";

export interface RouterTask extends RuleOptions {
  classifier: Classifier;
  /** The whole campaign, and which of its rows are labelled (in a duet one a pair). */
  campaign: Requests;
  labelledRow: Uint32Array;
  /** Features and labels of the labelled rows; the split is of these. */
  features: FeatureTable;
  label: Uint8Array;
  split: Pick<Split, "train" | "test">;
  /**
   * Both outcomes of the test requests as a simulation knows them; null for real logs, and not
   * looked at in a duet, which measured both.
   */
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
  campaign,
  labelledRow,
  features,
  label,
  split,
  both,
  origin,
  ...options
}: RouterTask): BuiltRouter {
  const requestsAt = (rows: Uint32Array): Uint32Array => rows.map((row) => labelledRow[row]);
  const rules = distilRules(
    classifier,
    selectRows(campaign, requestsAt(split.train)),
    takeRows(features, split.train),
    options,
  );
  const test = judgedRequests(campaign, requestsAt(split.test), origin.labels);
  const value = rulesValue(rules, {
    requests: test.requests,
    probability: predictDistinct(classifier, takeRows(features, split.test)),
    label: Uint8Array.from(split.test, (row) => label[row]),
    observed: test.observed,
    both: test.both ?? both,
    method: test.both ? test.method : undefined,
    cells: groupIntoCells(test.requests),
    blocks: test.blocks,
    seed: origin.seed,
    threshold: options.threshold,
  });
  const router = assembleRouter({
    classifier,
    campaign,
    labelledRow,
    features,
    rules,
    rulesAgreement: value.agreement,
    origin,
    threshold: options.threshold,
  });
  return { router, rules, rulesValue: value };
}
