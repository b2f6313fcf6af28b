import {
  CONTEXT_CELL,
  findPairs,
  groupIntoCells,
  isAnswered,
  type Requests,
} from "../requests/index.js";
import { comparableCost } from "./comparable-cost.js";
import { forgetCosts, setLabel } from "./groups.js";
import { SHARED_TASK_HOURS, UNLABELLED, type LabelOptions, type Labels } from "./labels.js";
import type { Scheme } from "./scheme.js";

/**
 * Labels the pairs of a duet: 1 where Lambda's half was faster than ECS's by the margin and cheaper
 * by the margin. A half that failed is slower and dearer than any answer; where both failed there
 * is no label. The label stands at the row of the half that was sent first: one row a pair.
 *
 * Which halves are compared is said by the logs, so no scheme of groups enters; `groupBy` groups
 * the pairs whose labels tell how sure one label is.
 */
function labelDuet(requests: Requests, options: LabelOptions): Labels {
  const pairs = findPairs(requests);
  const { rowCount, executionTimeMs, responseTimeMs } = requests;
  const { costUsd: cost, onTimeAlone, timeAlone } = comparableCost(requests, options, true);
  const latency = options.clock === "execution" ? executionTimeMs : responseTimeMs;
  const empty = (): Uint8Array => new Uint8Array(rowCount).fill(UNLABELLED);
  const labels: Labels = {
    options,
    latencyOptimal: empty(),
    costOptimal: empty(),
    balancedOptimal: empty(),
    probability: null,
    unlabelled: {},
    failuresLabelled: 0,
    onTimeAlone,
  };
  const refuse = (reason: string, rows: number): void => {
    if (rows > 0) labels.unlabelled[reason] = (labels.unlabelled[reason] ?? 0) + rows;
  };
  refuse("the request was sent to one platform only", rowsOutsidePairs(requests));
  refuse("the other half of the pair is not in the logs", pairs.halvesAlone.length);
  refuse("the half of the pair is in the logs already", pairs.repeated.length);
  const fails = (row: number): boolean => !isAnswered(requests, row);
  for (let pair = 0; pair < pairs.count; pair++) {
    const ecs = pairs.ecsRow[pair];
    const lambda = pairs.lambdaRow[pair];
    const failures = Number(fails(ecs)) + Number(fails(lambda));
    if (failures === 2) refuse("both halves of the pair failed", 2);
    else if (failures === 1 && options.failures === "dropped")
      refuse("a half of the pair failed", 2);
    else if (failures === 0 && Number.isNaN(cost[ecs] + cost[lambda]))
      refuse("the workload has no known cost", 2);
    else if (failures === 0 && !(latency[ecs] >= 0 && latency[lambda] >= 0))
      refuse(`no ${options.clock} time was logged`, 2);
    else {
      labels.failuresLabelled += failures;
      const take = (of: Float64Array, row: number): number => (fails(row) ? Infinity : of[row]);
      const { latencyMargin, costMargin } = options;
      const beats = (of: Float64Array, margin: number): boolean =>
        fails(ecs) || take(of, lambda) < take(of, ecs) * (1 - margin);
      setLabel(
        labels,
        pairs.firstRow[pair],
        beats(latency, latencyMargin),
        beats(cost, costMargin),
      );
    }
  }
  forgetCosts(labels, timeAlone);
  labels.probability = shareOfLikePairs(requests, labels, options);
  return labels;
}

export const duet: Scheme = {
  unit: "pair",
  choices: {
    clock: "response",
    cost: SHARED_TASK_HOURS,
    failures: "slowest",
    groupBy: CONTEXT_CELL,
  },
  label: labelDuet,
};

function rowsOutsidePairs({ pairIdHash }: Requests): number {
  return pairIdHash.reduce((count, id) => count + Number(Number.isNaN(id)), 0);
}

/** Share of Lambda labels among the labelled pairs of each pair's group. */
function shareOfLikePairs(
  requests: Requests,
  { balancedOptimal }: Labels,
  { groupBy }: LabelOptions,
): Float64Array {
  const { codeOfRow, codeCount } = groupIntoCells(requests, groupBy);
  const rows = new Float64Array(codeCount);
  const positives = new Float64Array(codeCount);
  balancedOptimal.forEach((label, row) => {
    if (label === UNLABELLED) return;
    rows[codeOfRow[row]]++;
    positives[codeOfRow[row]] += label;
  });
  return Float64Array.from(balancedOptimal, (label, row) =>
    label === UNLABELLED ? NaN : positives[codeOfRow[row]] / rows[codeOfRow[row]],
  );
}

/** How the two axes decide the labels of a labelling: shares of its labelled rows. */
export interface AxisShares {
  rows: number;
  /** Lambda is better on both axes: the label is Lambda's. */
  both: number;
  /** Lambda is faster and not cheaper: the cost decides for ECS. */
  costDecides: number;
  /** Lambda is cheaper and not faster: the time decides for ECS. */
  timeDecides: number;
  neither: number;
}

/** Which axis decides in each workload that has labels, in the order of their names. */
export function axesByWorkload(
  { workload, workloadNames }: Requests,
  labels: Labels,
): (AxisShares & { workload: string })[] {
  return workloadNames
    .map((name, code) => ({
      workload: name,
      ...axisShares(labels, (row) => workload[row] === code),
    }))
    .filter(({ rows }) => rows > 0);
}

/** Which axis decides: shares of the labelled rows, of one workload where its code is given. */
export function axisShares(
  { latencyOptimal, costOptimal, balancedOptimal }: Labels,
  chosen: (row: number) => boolean = () => true,
): AxisShares {
  const counts = { rows: 0, both: 0, costDecides: 0, timeDecides: 0, neither: 0 };
  balancedOptimal.forEach((label, row) => {
    if (label === UNLABELLED || !chosen(row)) return;
    counts.rows++;
    // Without a cost, time alone decides.
    if (latencyOptimal[row]) counts[costOptimal[row] ? "both" : "costDecides"]++;
    else counts[costOptimal[row] ? "timeDecides" : "neither"]++;
  });
  const { rows, both, costDecides, timeDecides, neither } = counts;
  return {
    rows,
    both: both / rows,
    costDecides: costDecides / rows,
    timeDecides: timeDecides / rows,
    neither: neither / rows,
  };
}
