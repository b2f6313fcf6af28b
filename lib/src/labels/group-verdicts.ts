import type { CellKey, Requests } from "../requests/index.js";
import { countLabelsByWorkload, labelRequests } from "./label-requests.js";
import type { LabelChoice } from "./labels.js";

/**
 * The share of a workload's requests that `group-percentile` calls Lambda's, compared within two
 * kinds of groups.
 */
export interface GroupVerdicts {
  workload: string;
  byWorkload: number;
  byCell: number;
}

/**
 * One verdict for a whole group, first with the workload as the group, then with the context cell.
 * By workload every share is 0 or 1: the label is a function of the workload, whatever was
 * measured. Margins, clock, cost and failures are those given; the scheme and groups are not.
 */
export function groupVerdicts(requests: Requests, given: LabelChoice): GroupVerdicts[] {
  const shares = (groupBy: CellKey[]): Map<string, number> => {
    const counts = countLabelsByWorkload(
      requests,
      labelRequests(requests, { ...given, scheme: "group-percentile", groupBy }),
    );
    return new Map(
      Object.entries(counts).map(([workload, { rows, balanced_optimal }]) => [
        workload,
        balanced_optimal / rows,
      ]),
    );
  };
  const byCell = shares(["workload", "payload", "window", "pattern"]);
  return [...shares(["workload"])].map(([workload, byWorkload]) => ({
    workload,
    byWorkload,
    byCell: byCell.get(workload) ?? NaN,
  }));
}
