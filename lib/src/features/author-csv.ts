import { PLATFORMS } from "../campaign/index.js";
import type { Labels } from "../labels/index.js";
import type { Requests } from "../requests/index.js";
import { csvLine } from "./csv-line.js";
import type { FeatureTable } from "./table.js";

/**
 * Labelled requests as CSV under the author's column names, for his own scripts: the request's workload and platform,
 * the features, then the three labels. `requestRow` names the request of each row of the table. Numbers are written in
 * full; a missing value is an empty field.
 */
export function authorCsv(requests: Requests, labels: Labels, features: FeatureTable, requestRow: Uint32Array): string {
  const header = ["workload_type", "platform", ...features.names, "latency_optimal", "cost_optimal", "balanced_optimal"];
  const lines = [csvLine(header)];
  for (let i = 0; i < features.rowCount; i++) {
    const row = requestRow[i];
    const numbers = features.columns.map((column) => (Number.isNaN(column[i]) ? "" : String(column[i])));
    lines.push(csvLine([requests.workloadNames[requests.workload[row]], PLATFORMS[requests.platform[row]], ...numbers, labels.latencyOptimal[row], labels.costOptimal[row], labels.balancedOptimal[row]]));
  }
  return lines.join("");
}
