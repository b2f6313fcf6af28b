import { ECS, LAMBDA } from "../campaign/index.js";
import { answered, servedMs, type Requests } from "../requests/index.js";
import { median } from "../statistics/index.js";
import { countLabelsByWorkload, labelRequests } from "./label-requests.js";
import type { LabelChoice } from "./labels.js";

/** One workload of a campaign in a line. */
export interface WorkloadDescription {
  workload: string;
  /** Answered requests by platform, and requests that failed. */
  lambdaRows: number;
  ecsRows: number;
  failed: number;
  payloadSizes: number;
  /**
   * Medians of the execution time, of the response time where only a client saw it (`servedMs`);
   * NaN where a platform answered nothing.
   */
  lambdaMedianMs: number;
  ecsMedianMs: number;
  /**
   * Share of Lambda labels; NaN where nothing could be labelled.
   */
  lambdaShare: number;
}

/** What a campaign holds of each workload, labelled as chosen. */
export function describeWorkloads(
  requests: Requests,
  labelling: LabelChoice,
): WorkloadDescription[] {
  const { workload, platform, workloadNames, rowCount } = requests;
  const times = servedMs(requests);
  const rows = answered(requests);
  const sizes = requests.payloadKb;
  const labels = countLabelsByWorkload(requests, labelRequests(requests, labelling));
  return workloadNames.flatMap((name, w): WorkloadDescription[] => {
    const own = rows.filter((row) => workload[row] === w);
    const all = Uint32Array.from({ length: rowCount }, (_, row) => row).filter(
      (row) => workload[row] === w,
    );
    if (all.length === 0) return [];
    const rowsOf = (code: number): number => own.filter((row) => platform[row] === code).length;
    const timesOn = (code: number): Float64Array =>
      Float64Array.from(
        own.filter((row) => platform[row] === code),
        (row) => times[row],
      );
    const sizesOfOwn = new Set(Float64Array.from(own, (row) => sizes[row]));
    sizesOfOwn.delete(NaN);
    const label = labels[name];
    return [
      {
        workload: name,
        lambdaRows: rowsOf(LAMBDA),
        ecsRows: rowsOf(ECS),
        failed: all.length - own.length,
        payloadSizes: sizesOfOwn.size,
        lambdaMedianMs: median(timesOn(LAMBDA)),
        ecsMedianMs: median(timesOn(ECS)),
        lambdaShare: label ? label.balanced_optimal / label.rows : NaN,
      },
    ];
  });
}
