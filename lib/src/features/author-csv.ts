import type { Labels } from "../labels/index.js";
import {
  authorRowOrder,
  patternNames,
  selectRows,
  windowNames,
  type Requests,
} from "../requests/index.js";
import { csvLine } from "./csv-line.js";
import type { FeatureTable } from "./table.js";

/**
 * Labelled requests as CSV in the layout that the author's variance script writes, for his own
 * scripts: the workload, the features, the label, then window and pattern by name; in his order of
 * rows (by workload, Lambda before ECS), on which his split depends. `requestRow` names the request
 * of each row of the table. Numbers are written in full; a missing value is an empty field.
 */
export function authorCsv(
  requests: Requests,
  labels: Labels,
  features: FeatureTable,
  requestRow: Uint32Array,
): string {
  const lines = [
    csvLine([
      "workload_type",
      ...features.names,
      "balanced_optimal",
      "time_window",
      "load_pattern",
    ]),
  ];
  const [windows, patterns] = [windowNames(requests), patternNames(requests)];
  for (const i of authorRowOrder(selectRows(requests, requestRow))) {
    const row = requestRow[i];
    const numbers = features.columns.map((column) =>
      Number.isNaN(column[i]) ? "" : String(column[i]),
    );
    lines.push(
      csvLine([
        requests.workloadNames[requests.workload[row]],
        ...numbers,
        labels.balancedOptimal[row],
        windows[requests.timeWindow[row]] ?? "",
        patterns[requests.loadPattern[row]] ?? "",
      ]),
    );
  }
  return lines.join("");
}
