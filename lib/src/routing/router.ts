import type { FeatureTable } from "../features/index.js";
import type { LabelOptions } from "../labels/index.js";
import type { Classifier } from "../models/index.js";
import { selectRows, type Requests } from "../requests/index.js";
import type { Interval } from "../statistics/index.js";
import { campaignDifferences, type CampaignDifferences } from "./expected-difference.js";
import { knownContexts, type KnownContexts } from "./known-contexts.js";
import type { KnownWorkloads } from "./request-context.js";
import { withOtherHalves } from "./pair-rows.js";
import type { RuleList } from "./rules.js";

/** What a router's answers were learnt from, in words and numbers. */
export interface RouterOrigin {
  run: string;
  campaign: string;
  /** Whether the campaign was simulated: then so is every expected difference. */
  simulated: boolean;
  seed: number;
  /**
   * How the labels were made that the model learnt: scheme, clock, margins, and the cost terms that
   * the expected differences are in, too.
   */
  labels: LabelOptions;
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
  /** The campaign's workloads; the thesis's in a router that does not tell. */
  workloads?: KnownWorkloads;
}

/** A model with what it takes to give reasons and expected differences, or (null) without. */
export interface RequestRouter {
  classifier: Classifier;
  knowledge: RouterKnowledge | null;
}

export interface RouterParts {
  classifier: Classifier;
  /** The whole campaign, and which of its rows are labelled (in a duet one a pair). */
  campaign: Requests;
  labelledRow: ArrayLike<number>;
  /** The features the model reads, of the labelled rows. */
  features: FeatureTable;
  rules: RuleList;
  rulesAgreement: Interval;
  origin: RouterOrigin;
  threshold?: number;
}

/** Puts a router together from a fitted model and the campaign it was fitted on. */
export function assembleRouter({
  classifier,
  campaign,
  labelledRow,
  features,
  rules,
  rulesAgreement,
  origin,
  threshold = 0.5,
}: RouterParts): RequestRouter {
  if (features.rowCount !== labelledRow.length)
    throw new RangeError(
      `${features.rowCount} rows of features for ${labelledRow.length} requests`,
    );
  return {
    classifier,
    knowledge: {
      origin,
      threshold,
      rules,
      rulesAgreement,
      workloads: {
        names: campaign.workloadNames,
        ...(campaign.declaredMemoryMb && { declaredMemoryMb: campaign.declaredMemoryMb }),
        ...(campaign.windows && { windows: campaign.windows }),
        ...(campaign.patterns && { patterns: campaign.patterns }),
      },
      contexts: knownContexts(classifier, selectRows(campaign, labelledRow), features),
      differences: campaignDifferences(campaign, {
        terms: origin.labels,
        seed: origin.seed,
        rows: withOtherHalves(campaign, labelledRow),
      }),
    },
  };
}
