import { CONTEXT_CELL, type CellKey, type Requests } from "../requests/index.js";
import { labelRequests } from "./label-requests.js";
import type { LabelOptions, Labels } from "./labels.js";
import { SCHEMES } from "./scheme-list.js";

/**
 * The groups that a label's probability is taken in: the scheme's own, or context cells where a
 * scheme labels single requests.
 */
export function probabilityGroups({ scheme, groupBy }: LabelOptions): readonly CellKey[] {
  return SCHEMES[scheme].unit === "request" ? CONTEXT_CELL : groupBy;
}

/**
 * How sure a label is, whatever its scheme: P(a random Lambda request of the row's group beats a
 * random ECS request of it by the margins, on both axes), over all pairs, on the scheme's clock,
 * margins, cost model and treatment of failures. NaN for rows without a label, and where only one
 * platform served the group.
 */
export function labelProbability(requests: Requests, labels: Labels): Float64Array {
  const { options } = labels;
  const probability =
    labels.probability ??
    labelRequests(requests, {
      ...options,
      scheme: "paired-probability",
      groupBy: probabilityGroups(options),
    }).probability!;
  return probability.map((p, row) => (labels.balancedOptimal[row] > 1 ? NaN : p));
}
