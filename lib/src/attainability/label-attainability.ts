import {
  buildFeatures,
  takeRows,
  usualFeatureSets,
  type FeatureSet,
  type LabelledTable,
} from "../features/index.js";
import {
  countLabelsByWorkload,
  labelledRows,
  labelRequests,
  schemesFor,
  type LabelChoice,
  type Labels,
  type LabelScheme,
} from "../labels/index.js";
import type { Requests } from "../requests/index.js";
import { attainability, type Attainability } from "./attainability.js";
import { foldDistinct, type DistinctVectors } from "./distinct.js";

/** A labelled table of requests that remembers which request each of its rows is. */
export interface LabelledRequests extends LabelledTable {
  /** Row in the requests of each row of the table. */
  requestRow: Uint32Array;
}

/** The requests that have a label, with their features: what models are trained on. */
export function labelledRequests(
  requests: Requests,
  labels: Labels,
  sets: readonly FeatureSet[] = usualFeatureSets(requests),
): LabelledRequests {
  const requestRow = labelledRows(labels);
  return {
    features: takeRows(buildFeatures(requests, sets), requestRow),
    label: Uint8Array.from(requestRow, (row) => labels.balancedOptimal[row]),
    requestRow,
  };
}

/**
 * Share of the rows whose feature vector is seen with both labels: for these rows no model can
 * always be right.
 */
export function ambiguousShare({
  rows,
  positives,
}: Pick<DistinctVectors, "rows" | "positives">): number {
  let all = 0;
  let ambiguous = 0;
  for (let v = 0; v < rows.length; v++) {
    all += rows[v];
    if (positives[v] > 0 && positives[v] < rows[v]) ambiguous += rows[v];
  }
  return ambiguous / all;
}

/**
 * One labelling scheme beside the others: what it makes of each workload, and what could be learned
 * from it.
 */
export interface SchemeSummary {
  scheme: LabelScheme;
  /** Share of Lambda labels by workload. */
  lambdaShare: Record<string, number>;
  /** Floor and ceiling of the labelled rows. */
  bounds: Attainability;
  /** Share of rows whose feature vector carries both labels. */
  ambiguous: number;
}

/** Rows of one pair are seen and judged together; a request without a pair stands alone. */
function pairOfRow({ pairIdHash }: Requests, requestRow: Uint32Array): Float64Array {
  return Float64Array.from(requestRow, (row) =>
    Number.isNaN(pairIdHash[row]) ? -1 - row : pairIdHash[row],
  );
}

/** All schemes that can label these requests, with the options given in place of each one's own. */
export function compareSchemes(
  requests: Requests,
  options: LabelChoice,
  sets?: readonly FeatureSet[],
): SchemeSummary[] {
  return schemesFor(requests).map((scheme) => {
    const labels = labelRequests(requests, { ...options, scheme });
    const table = labelledRequests(requests, labels, sets);
    const distinct = foldDistinct(table.features, table.label);
    const blockOfRow = pairOfRow(requests, table.requestRow);
    const bounds = attainability(distinct, { blockOfRow });
    const lambdaShare: Record<string, number> = {};
    for (const [workload, counts] of Object.entries(countLabelsByWorkload(requests, labels)))
      lambdaShare[workload] = counts.balanced_optimal / counts.rows;
    return {
      scheme,
      lambdaShare,
      bounds,
      ambiguous: ambiguousShare(distinct),
    };
  });
}
