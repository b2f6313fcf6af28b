import { LOAD_PATTERNS, TIME_WINDOWS } from "../campaign/index.js";
import { authorRowOrder, selectRows } from "../requests/index.js";
import { csvLine } from "./csv-line.js";
/**
 * Labelled requests as CSV in the layout that the author's variance script writes, for his own
 * scripts: the workload, the features, the label, then window and pattern by name; in his order of
 * rows (by workload, Lambda before ECS), on which his split depends. `requestRow` names the request
 * of each row of the table. Numbers are written in full; a missing value is an empty field.
 */
export function authorCsv(requests, labels, features, requestRow) {
    const lines = [
        csvLine([
            "workload_type",
            ...features.names,
            "balanced_optimal",
            "time_window",
            "load_pattern",
        ]),
    ];
    for (const i of authorRowOrder(selectRows(requests, requestRow))) {
        const row = requestRow[i];
        const numbers = features.columns.map((column) => Number.isNaN(column[i]) ? "" : String(column[i]));
        lines.push(csvLine([
            requests.workloadNames[requests.workload[row]],
            ...numbers,
            labels.balancedOptimal[row],
            TIME_WINDOWS[requests.timeWindow[row]] ?? "",
            LOAD_PATTERNS[requests.loadPattern[row]] ?? "",
        ]));
    }
    return lines.join("");
}
//# sourceMappingURL=author-csv.js.map