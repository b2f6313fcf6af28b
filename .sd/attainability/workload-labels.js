import { countLabelsByWorkload, labelRequests, } from "../labels/index.js";
import { attainability } from "./attainability.js";
import { foldDistinct } from "./distinct.js";
import { labelledRequests } from "./label-attainability.js";
import { lookupOn } from "./lookup.js";
/** The workload as models see it. */
const WORKLOAD = "workload_type_encoded";
/**
 * The first attempt's label: Lambda's median against the ECS median of the workload, on time and
 * cost. A row was measured on one platform, and the report on the first attempt gives each row both
 * platforms' figures, so that the other's can only have come from its workload as a whole. Every
 * request of a workload then has the same label, whatever was measured.
 */
export const FIRST_LABELLING = {
    scheme: "group-percentile",
    groupBy: ["workload"],
    lambdaQuantile: 0.5,
    ecsQuantile: 0.5,
};
/** The author's labellings, in the order he tried them. */
const LABELLINGS = [
    { name: "workload's median against median", labelling: FIRST_LABELLING },
    {
        name: "workload's Lambda p25 against ECS p75",
        labelling: { scheme: "group-percentile", groupBy: ["workload"] },
    },
    { name: "request against quantile (v6)", labelling: { scheme: "percentile-bucket" } },
    { name: "request against median", labelling: { scheme: "request-vs-median" } },
];
/**
 * The author's ways of labelling side by side, on any campaign: where the label is a function of
 * the workload, a lookup of the workload is right for 100 % of the rows, and so is any model. Ways
 * that label no request are left out.
 */
export function compareWorkloadLabels(requests) {
    return LABELLINGS.flatMap(({ name, labelling }) => {
        const labels = labelRequests(requests, labelling);
        const { features, label } = labelledRequests(requests, labels);
        if (label.length === 0)
            return [];
        const distinct = foldDistinct(features, label);
        const { constant, ceiling } = attainability(distinct);
        const byWorkload = Object.entries(countLabelsByWorkload(requests, labels)).map(([workload, { rows, balanced_optimal }]) => [workload, balanced_optimal / rows]);
        return {
            name,
            labelling,
            rows: label.length,
            constant,
            ceiling,
            lambdaShare: Object.fromEntries(byWorkload),
            mixedWorkloads: byWorkload.filter(([, share]) => share > 0 && share < 1).length,
            workloadLookup: lookupOn(distinct, [WORKLOAD]).accuracy,
        };
    });
}
//# sourceMappingURL=workload-labels.js.map