import {
  countLabelsByWorkload,
  labelRequests,
  type LabelOptions,
  type LabelScheme,
  type PlatformTerms,
} from "../labels/index.js";
import { isPaired, type Requests } from "../requests/index.js";
import { attainability, highestCeiling } from "./attainability.js";
import { foldDistinct } from "./distinct.js";
import { labelledRequests } from "./label-attainability.js";
import { lookupOn } from "./lookup.js";

/** A way of labelling, as options of `labelRequests` beside what the platforms charge. */
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

/** The thesis's labellings in the order they were tried, then that of pairs. */
const LABELLINGS: readonly { name: string; labelling: Labelling }[] = [
  { name: "workload's median against median", labelling: FIRST_LABELLING },
  {
    name: "workload's Lambda p25 against ECS p75",
    labelling: { scheme: "group-percentile", groupBy: ["workload"] },
  },
  { name: "request against quantile (v6)", labelling: { scheme: "percentile-bucket" } },
  { name: "request against median", labelling: { scheme: "request-vs-median" } },
  { name: "both halves of the pair", labelling: { scheme: "duet" } },
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
   * model on what a plan decides (the thesis's features, without arrival state).
   */
  constant: number;
  workloadLookup: number;
  ceiling: number;
}

/**
 * The thesis's ways of labelling side by side, and that of pairs where there are any: where the
 * label is a function of the workload, a lookup of the workload is right for 100 % of the rows, and
 * so is any model. Ways that label no request are left out. Their costs are charged by the terms
 * given.
 */
export function compareWorkloadLabels(
  requests: Requests,
  { prices, taskSizes, lambdaMemoryMb }: PlatformTerms,
): WorkloadLabelSummary[] {
  const terms = { prices, taskSizes, lambdaMemoryMb };
  const paired = isPaired(requests);
  return LABELLINGS.flatMap(({ name, labelling }) => {
    if (labelling.scheme === "duet" && !paired) return [];
    const labels = labelRequests(requests, { ...terms, ...labelling });
    const { features, label } = labelledRequests(requests, labels, ["author"]);
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
