import { countLabelsByWorkload, labelRequests } from "./label-requests.js";
/**
 * One verdict for a whole group, first with the workload as the group, then with the context cell.
 * By workload every share is 0 or 1: the label is a function of the workload, whatever was
 * measured.
 */
export function groupVerdicts(requests) {
    const shares = (groupBy) => {
        const counts = countLabelsByWorkload(requests, labelRequests(requests, { scheme: "group-percentile", groupBy }));
        return new Map(Object.entries(counts).map(([workload, { rows, balanced_optimal }]) => [
            workload,
            balanced_optimal / rows,
        ]));
    };
    const byCell = shares(["workload", "payload", "window", "pattern"]);
    return [...shares(["workload"])].map(([workload, byWorkload]) => ({
        workload,
        byWorkload,
        byCell: byCell.get(workload) ?? NaN,
    }));
}
//# sourceMappingURL=group-verdicts.js.map