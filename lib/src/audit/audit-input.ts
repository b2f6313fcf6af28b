import { labelledRequests } from "../attainability/index.js";
import type { CampaignPlan } from "../campaign/index.js";
import type { FeatureSet, LabelledTable } from "../features/index.js";
import { labelRequests, UNLABELLED, type LabelChoice, type Labels } from "../labels/index.js";
import {
  findPairs,
  isPaired,
  type FieldTypes,
  type Pairs,
  type Requests,
} from "../requests/index.js";

/** What a trained model said of rows it was not trained on. */
export interface ModelPredictions {
  name: string;
  /** Rows of the labelled table that were predicted. */
  rows: Uint32Array;
  /** P(label = 1) for each of them. */
  probability: Float64Array;
  /**
   * Accuracies under other ways of splitting, by what was kept together: "rows", "context cell",
   * "window", "payload size" ...
   */
  splits?: {
    keptTogether: string;
    trainAccuracy: number;
    testAccuracy: number;
    testRows: number;
  }[];
}

/** Everything an audit may look at. What is null makes the checks that need it "not applicable". */
export interface AuditInput {
  /** Shown wherever the audit's numbers are. */
  name: string;
  kind: "measured" | "simulated" | "table";
  rows: number;
  quarantined: number;
  requests: Requests | null;
  /** The pairs among the requests; null where none was sent to both platforms. */
  pairs: Pairs | null;
  /** JSON types of the logs' fields, where the requests were read from logs. */
  fieldTypes: FieldTypes[] | null;
  labels: Labels | null;
  /** Features with their label; for requests, those that could be labelled. */
  table: LabelledTable | null;
  /** For a table of requests: which request each of its rows is. */
  requestRow: Uint32Array | null;
  plan: CampaignPlan | null;
  predictions: ModelPredictions[] | null;
}

export interface RequestsAuditOptions {
  /** The labelling that is audited. */
  labelling: LabelChoice;
  /** Features a model would be given: the usual ones of the requests unless given. */
  featureSets?: readonly FeatureSet[];
  plan?: CampaignPlan;
  quarantined?: number;
  /** JSON types of the logs' fields, as `readRequests` gives them. */
  fieldTypes?: FieldTypes[];
  predictions?: ModelPredictions[];
}

/**
 * The input of an audit of a campaign's requests. Where nothing can be labelled the table stays
 * null.
 */
export function auditRequests(requests: Requests, options: RequestsAuditOptions): AuditInput {
  const labels = labelRequests(requests, options.labelling);
  const labelled = labels.balancedOptimal.some((label) => label !== UNLABELLED)
    ? labelledRequests(requests, labels, options.featureSets)
    : null;
  return {
    name: requests.provenance.name,
    kind: requests.provenance.kind,
    rows: requests.rowCount,
    quarantined: options.quarantined ?? 0,
    requests,
    pairs: isPaired(requests) ? findPairs(requests) : null,
    fieldTypes: options.fieldTypes ?? null,
    labels,
    table: labelled && { features: labelled.features, label: labelled.label },
    requestRow: labelled && labelled.requestRow,
    plan: options.plan ?? null,
    predictions: options.predictions ?? null,
  };
}

/** The input of an audit of any labelled table: the checks that need only a table run on it. */
export function auditTable(
  table: LabelledTable,
  options: { name: string; predictions?: ModelPredictions[] },
): AuditInput {
  return {
    name: options.name,
    kind: "table",
    rows: table.features.rowCount,
    quarantined: 0,
    requests: null,
    pairs: null,
    fieldTypes: null,
    labels: null,
    table,
    requestRow: null,
    plan: null,
    predictions: options.predictions ?? null,
  };
}
