import type { Labels } from "../labels/index.js";
import { type Requests } from "../requests/index.js";
import type { FeatureTable } from "./table.js";
/**
 * Labelled requests as CSV in the layout that the author's variance script writes, for his own
 * scripts: the workload, the features, the label, then window and pattern by name; in his order of
 * rows (by workload, Lambda before ECS), on which his split depends. `requestRow` names the request
 * of each row of the table. Numbers are written in full; a missing value is an empty field.
 */
export declare function authorCsv(requests: Requests, labels: Labels, features: FeatureTable, requestRow: Uint32Array): string;
