import {
  countLabelsByWorkload,
  labelRequests,
  type LabelOptions,
  type LabelScheme,
} from "../labels/index.js";
import type { Requests } from "../requests/index.js";
import { attainability, highestCeiling } from "./attainability.js";
import { foldDistinct } from "./distinct.js";
import { labelledRequests } from "./label-attainability.js";
import { lookupOn } from "./lookup.js";

/** A way of labelling, as options of `labelRequests`. */
export type Labelling = Partial<LabelOptions> & { scheme: LabelScheme };

/** The workload as models see it. */
const WORKLOAD = "workload_type_encoded";

/**
 * The first attempt's label: Lambda's median against the ECS median of the workload, on time and
 * cost. A row was measured on one platform, and the report on the first attempt gives each row both
 * platforms' figures, so that the other's can only have come from its workload as a whole. Every
 * request of a workload then has the same label, whatever was measured.
 */
export const FIRST_LABELLING: Labelling = {
  scheme: "group-percentile",
  groupBy: ["workload"],
  lambdaQuantile: 0.5,
  ecsQuantile: 0.5,
};

/** The author's labellings, in the order he tried them. */
const LABELLINGS: readonly { name: string; labelling: Labelling }[] = [
  { name: "workload's median against median", labelling: FIRST_LABELLING },
  {
    name: "workload's Lambda p25 against ECS p75",
    labelling: { scheme: "group-percentile", groupBy: ["workload"] },
  },
  { name: "request against quantile (v6)", labelling: { scheme: "percentile-bucket" } },
  { name: "request against median", labelling: { scheme: "request-vs-median" } },
];

/** What one way of labelling leaves for a model to learn. */
export interface WorkloadLabelSummary {
  name: string;
  labelling: Labelling;
  rows: number;
  /** Share of Lambda labels by workload. */
  lambdaShare: Record<string, number>;
  /** Workloads that hold both labels: 0 where the label is a function of the workload. */
  mixedWorkloads: number;
  /**
   * Accuracy of always answering the larger class, of a lookup of the workload, and of a perfect
   * model on the author's features.
   */
  constant: number;
  workloadLookup: number;
  ceiling: number;
}

/**
 * The author's ways of labelling side by side, on any campaign: where the label is a function of
 * the workload, a lookup of the workload is right for 100 % of the rows, and so is any model. Ways
 * that label no request are left out.
 */
export function compareWorkloadLabels(requests: Requests): WorkloadLabelSummary[] {
  return LABELLINGS.flatMap(({ name, labelling }) => {
    const labels = labelRequests(requests, labelling);
    const { features, label } = labelledRequests(requests, labels);
    if (label.length === 0) return [];
    const distinct = foldDistinct(features, label);
    const bounds = attainability(distinct);
    const byWorkload = Object.entries(countLabelsByWorkload(requests, labels)).map(
      ([workload, { rows, balanced_optimal }]) => [workload, balanced_optimal / rows] as const,
    );
    return {
      name,
      labelling,
      rows: label.length,
      constant: bounds.constant,
      ceiling: highestCeiling(bounds),
      lambdaShare: Object.fromEntries(byWorkload),
      mixedWorkloads: byWorkload.filter(([, share]) => share > 0 && share < 1).length,
      workloadLookup: lookupOn(distinct, [WORKLOAD]).accuracy,
    };
  });
}
