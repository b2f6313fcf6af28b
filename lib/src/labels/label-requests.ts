import { answered, clocked, type Requests } from "../requests/index.js";
import { labelOptions } from "./label-options.js";
import { UNLABELLED, type LabelChoice, type Labels } from "./labels.js";
import { SCHEMES, usualScheme } from "./scheme-list.js";

/**
 * The clock that is asked for; where none is and only clients saw the requests, theirs: there is no
 * other. Undefined: the scheme's own.
 */
export function clockOf(requests: Requests, { clock }: LabelChoice): LabelChoice["clock"] {
  const seenByClients = clocked(requests).length === 0 && answered(requests).length > 0;
  return clock ?? (seenByClients ? "response" : undefined);
}

/**
 * Labels every request that can be compared, by the scheme and options given (the usual scheme, and
 * its own choices, where left out). Where only clients saw the requests, theirs is the clock unless
 * another is asked for: there is no other.
 */
export function labelRequests(requests: Requests, given: LabelChoice): Labels {
  const clock = clockOf(requests, given);
  const scheme = given.scheme ?? usualScheme(requests);
  const options = labelOptions({ ...given, scheme, ...(clock && { clock }) });
  return SCHEMES[scheme].label(requests, options);
}

/** The rows that have a label, in order. */
export function labelledRows(labels: Labels): Uint32Array {
  const { balancedOptimal } = labels;
  const rows = new Uint32Array(balancedOptimal.length);
  let count = 0;
  for (let row = 0; row < balancedOptimal.length; row++)
    if (balancedOptimal[row] !== UNLABELLED) rows[count++] = row;
  return rows.slice(0, count);
}

/** Counts of one workload, under the names of the stable JSON shape of `study label`. */
export interface WorkloadLabelCounts {
  rows: number;
  latency_optimal: number;
  cost_optimal: number;
  balanced_optimal: number;
}

/**
 * Labelled rows and positive labels per workload, in the order of `requests.workloadNames`;
 * workloads without rows are left out.
 */
export function countLabelsByWorkload(
  requests: Requests,
  labels: Labels,
): Record<string, WorkloadLabelCounts> {
  const { rowCount, workload, workloadNames } = requests;
  const counts = workloadNames.map((): WorkloadLabelCounts => ({
    rows: 0,
    latency_optimal: 0,
    cost_optimal: 0,
    balanced_optimal: 0,
  }));
  for (let row = 0; row < rowCount; row++) {
    const of = counts[workload[row]];
    if (of === undefined || labels.balancedOptimal[row] === UNLABELLED) continue;
    of.rows++;
    of.latency_optimal += labels.latencyOptimal[row];
    of.cost_optimal += Number(labels.costOptimal[row] === 1);
    of.balanced_optimal += labels.balancedOptimal[row];
  }
  return Object.fromEntries(
    workloadNames.flatMap((name, w) => (counts[w].rows > 0 ? [[name, counts[w]]] : [])),
  );
}
