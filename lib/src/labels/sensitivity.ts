import { isDeepStrictEqual } from "node:util";
import { CONTEXT_CELL, groupIntoCells, type CellKey, type Requests } from "../requests/index.js";
import { labelRequests } from "./label-requests.js";
import {
  SHARED_TASK_HOURS,
  UNLABELLED,
  type LabelChoice,
  type LabelOptions,
  type Labels,
} from "./labels.js";
import { SCHEMES } from "./scheme-list.js";
import type { Scheme } from "./scheme.js";

/** One choice changed from the baseline, and what hangs on it. */
export interface LabelVariation {
  /** The choice: "clock", "margins", "cost model", "failures", "quantiles", "groups". */
  choice: string;
  /** What it was changed to. */
  changedTo: string;
  /** Share of the rows labelled both ways whose label changes. */
  changedShare: number;
  lambdaShare: number;
  /**
   * Share changed in each cell, in the order of `LabelSensitivity.cells`; NaN where a cell has no
   * labels.
   */
  changedByCell: number[];
}

export interface LabelSensitivity {
  baseline: Labels;
  baselineLambdaShare: number;
  cells: string[];
  variations: LabelVariation[];
}

/** Pairs are told by the logs, whatever the groups. */
const comparesInGroups = ({ unit }: Scheme): boolean => unit !== "pair";

/**
 * The choices the author made without seeing what hung on them, each with its alternatives. Those
 * that a scheme chooses by itself change nothing of it, and are left out.
 */
const ALTERNATIVES: readonly {
  choice: string;
  changedTo: string;
  options: Partial<LabelOptions>;
  /** Schemes for which it is an alternative; all when left out. */
  only?(scheme: Scheme): boolean;
}[] = [
  {
    choice: "clock",
    changedTo: "response time (client)",
    options: { clock: "response" },
  },
  {
    choice: "clock",
    changedTo: "execution time (platform)",
    options: { clock: "execution" },
  },
  ...[0, 0.05, 0.2, 0.3].map((margin) => ({
    choice: "margins",
    changedTo: `${margin * 100} %`,
    options: { latencyMargin: margin, costMargin: margin },
  })),
  {
    choice: "cost model",
    changedTo: "busy time, the thesis's formula",
    options: { cost: { kind: "busy-time" } },
  },
  {
    choice: "cost model",
    changedTo: "task-hours shared, with balancer",
    options: { cost: { ...SHARED_TASK_HOURS, loadBalancer: true } },
    only: ({ choices }) => choices.cost.kind === "shared-task-hours",
  },
  {
    choice: "cost model",
    changedTo: "task-hours at 20 % utilisation",
    options: { cost: { kind: "task-hours", utilisation: 0.2, loadBalancer: false } },
  },
  {
    choice: "cost model",
    changedTo: "task-hours at 70 % utilisation",
    options: { cost: { kind: "task-hours", utilisation: 0.7, loadBalancer: false } },
  },
  {
    choice: "cost model",
    changedTo: "task-hours at 70 % with balancer",
    options: { cost: { kind: "task-hours", utilisation: 0.7, loadBalancer: true } },
  },
  {
    choice: "failures",
    changedTo: "slower than any answered request",
    options: { failures: "slowest" },
  },
  {
    choice: "failures",
    changedTo: "dropped, as the thesis did",
    options: { failures: "dropped" },
  },
  {
    choice: "quantiles",
    changedTo: "Lambda p50 against ECS p50",
    options: { lambdaQuantile: 0.5, ecsQuantile: 0.5 },
    only: ({ comparesQuantiles }) => comparesQuantiles === true,
  },
  {
    choice: "quantiles",
    changedTo: "Lambda p75 against ECS p25",
    options: { lambdaQuantile: 0.75, ecsQuantile: 0.25 },
    only: ({ comparesQuantiles }) => comparesQuantiles === true,
  },
  {
    choice: "groups",
    changedTo: "workload",
    options: { groupBy: ["workload"] },
    only: comparesInGroups,
  },
  {
    choice: "groups",
    changedTo: "workload and payload",
    options: { groupBy: ["workload", "payload"] },
    only: comparesInGroups,
  },
  {
    choice: "groups",
    changedTo: "context cell",
    options: { groupBy: CONTEXT_CELL },
    only: comparesInGroups,
  },
];

function alternativesOf(scheme: Scheme): readonly (typeof ALTERNATIVES)[number][] {
  const own = ({ options }: (typeof ALTERNATIVES)[number]): boolean =>
    isDeepStrictEqual({ ...scheme.choices, ...options }, scheme.choices);
  return ALTERNATIVES.filter((one) => !own(one) && (one.only?.(scheme) ?? true));
}

/**
 * How many labels change, and where, when one choice of a scheme is changed at a time. Cells are
 * made of `cellKeys`. Linear in the requests, but for their sorting.
 */
export function labelSensitivity(
  requests: Requests,
  given: LabelChoice,
  cellKeys?: readonly CellKey[],
  onProgress?: (shareDone: number) => void,
): LabelSensitivity {
  const cells = groupIntoCells(requests, cellKeys);
  const baseline = labelRequests(requests, given);
  const { scheme } = baseline.options;
  const variations = alternativesOf(SCHEMES[scheme]).map(
    ({ choice, changedTo, options }, i, all) => {
      const labels = labelRequests(requests, { ...given, scheme, ...options });
      const compared = new Uint32Array(cells.codeCount);
      const changed = new Uint32Array(cells.codeCount);
      for (let row = 0; row < requests.rowCount; row++) {
        const before = baseline.balancedOptimal[row];
        const after = labels.balancedOptimal[row];
        if (before === UNLABELLED || after === UNLABELLED) continue;
        compared[cells.codeOfRow[row]]++;
        if (before !== after) changed[cells.codeOfRow[row]]++;
      }
      const sum = (counts: Uint32Array): number => counts.reduce((total, n) => total + n, 0);
      onProgress?.((i + 1) / all.length);
      return {
        choice,
        changedTo,
        changedShare: sum(changed) / sum(compared),
        lambdaShare: lambdaShare(labels),
        changedByCell: Array.from(changed, (n, cell) => n / compared[cell]),
      };
    },
  );
  return {
    baseline,
    baselineLambdaShare: lambdaShare(baseline),
    cells: Array.from({ length: cells.codeCount }, (_, cell) => cells.name(cell)),
    variations,
  };
}

/** Share of the labelled rows that are Lambda's. */
export function lambdaShare({ balancedOptimal }: Labels): number {
  let rows = 0;
  let positives = 0;
  for (const label of balancedOptimal) {
    if (label === UNLABELLED) continue;
    rows++;
    positives += label;
  }
  return positives / rows;
}
