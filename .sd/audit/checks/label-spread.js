import { gateThresholds } from "../../campaign/index.js";
import { countLabelsByWorkload } from "../../labels/index.js";
import { NOTHING_TO_DO, notApplicable } from "../check.js";
import { list, number } from "../words.js";
/**
 * The author's own measure of label variety: the standard deviation of the label within a workload.
 */
export const labelSpread = {
    id: "label-spread",
    group: "label",
    question: "What is the smallest standard deviation of the label within a workload?",
    needs: ["labels"],
    thresholds: gateThresholds("label-spread"),
    condition: ({ spread }) => `above ${spread} in every workload`,
    run({ requests, labels }, { spread }) {
        const spreads = Object.entries(countLabelsByWorkload(requests, labels)).map(([workload, { rows, balanced_optimal }]) => {
            const share = balanced_optimal / rows;
            return { workload, rows, spread: Math.sqrt(share * (1 - share)) };
        });
        if (spreads.length === 0)
            return notApplicable("No request could be labelled.");
        const least = spreads.reduce((a, b) => (b.spread < a.spread ? b : a));
        const bad = spreads.filter((entry) => entry.spread <= spread);
        return {
            verdict: bad.length > 0 ? "fail" : "pass",
            value: least.spread,
            evidence: `The label's standard deviation is smallest in ${least.workload}: ` +
                `${number(least.spread)} (0 where all labels are the same, 0.5 at half and half).`,
            advice: bad.length === 0
                ? NOTHING_TO_DO
                : `In ${list(bad.map(({ workload }) => workload))} the answer hardly varies: add ` +
                    "contexts in which it does.",
            offenders: bad.map(({ workload, rows }) => ({ label: workload, count: rows })),
            table: {
                columns: [
                    { key: "workload", title: "workload", format: "text" },
                    { key: "rows", title: "labelled", format: "count" },
                    { key: "spread", title: "standard deviation", format: "number" },
                ],
                rows: spreads,
            },
        };
    },
};
//# sourceMappingURL=label-spread.js.map