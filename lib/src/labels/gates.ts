import { judgeGate, type GateResult } from "../campaign/index.js";
import type { Requests } from "../requests/index.js";
import { countLabelsByWorkload } from "./label-requests.js";
import type { Labels } from "./labels.js";

/**
 * The gates on a labelling: how one-sided its most one-sided workload is, and how much the label
 * varies within it.
 */
export function labelGates(requests: Requests, labels: Labels): GateResult[] {
  const shares = Object.entries(countLabelsByWorkload(requests, labels)).map(
    ([workload, { rows, balanced_optimal }]) => ({ workload, share: balanced_optimal / rows }),
  );
  if (shares.length === 0)
    return ["label-share", "label-spread"].map((id) =>
      judgeGate(id, null, "no request has a label"),
    );
  const { workload, share } = shares.reduce((worst, other) =>
    Math.abs(other.share - 0.5) > Math.abs(worst.share - 0.5) ? other : worst,
  );
  // The standard deviation of a label that is 1 for a share p of the rows.
  const spread = Math.sqrt(share * (1 - share));
  const percent = (100 * share).toFixed(1);
  const evidence = `${workload}: ${percent} % of its labelled requests are Lambda's`;
  return [judgeGate("label-share", share, evidence), judgeGate("label-spread", spread, evidence)];
}
