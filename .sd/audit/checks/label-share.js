import { countLabelsByWorkload } from "../../labels/index.js";
import { gateThresholds, worstVerdict } from "../../campaign/index.js";
import { NOTHING_TO_DO } from "../check.js";
import { judgeBand, shareOf } from "../judge.js";
import { count, list, percent, percentInterval } from "../words.js";
/**
 * Share of Lambda labels within each workload: a workload with one answer leaves nothing to decide
 * in it.
 */
export const labelShare = {
    id: "label-share",
    group: "label",
    question: "How near to 0 or 1 is the share of Lambda labels in the most one-sided workload?",
    needs: ["labels"],
    thresholds: gateThresholds("label-share"),
    condition: ({ low, high }) => `${percent(low)} to ${percent(high)} in every workload`,
    run({ requests, labels }, { low, high }) {
        const counts = Object.entries(countLabelsByWorkload(requests, labels));
        if (counts.length === 0)
            return {
                verdict: "fail",
                value: null,
                evidence: `No request could be labelled (${reasons(labels.unlabelled)}).`,
                advice: "Send every workload to both platforms, and log their times.",
            };
        const shares = counts.map(([workload, { rows, balanced_optimal }]) => ({
            workload,
            rows,
            positive: balanced_optimal,
            share: shareOf(balanced_optimal, rows, counts.length),
        }));
        const judged = shares.map((entry) => ({
            ...entry,
            verdict: judgeBand(entry.share, low, high),
        }));
        const worst = judged.reduce((a, b) => Math.abs(b.share.estimate - 0.5) > Math.abs(a.share.estimate - 0.5) ? b : a);
        const bad = judged.filter(({ verdict }) => verdict !== "pass");
        return {
            verdict: worstVerdict(judged.map(({ verdict }) => verdict)),
            value: worst.share.estimate,
            interval: worst.share,
            evidence: `In ${worst.workload} ${percentInterval(worst.share)} of ${count(worst.rows)} labels ` +
                `are Lambda's; ${bad.length} of ${judged.length} workloads lie outside ${percent(low)} ` +
                `to ${percent(high)}.`,
            advice: bad.length === 0
                ? NOTHING_TO_DO
                : "Look for contexts in which the other platform wins " +
                    `${list(bad.map(({ workload }) => workload))} (sizes, cold starts, queues), or ` +
                    "answer those workloads by rule and leave them out of training.",
            offenders: bad.map(({ workload, rows }) => ({ label: workload, count: rows })),
            table: {
                columns: [
                    { key: "workload", title: "workload", format: "text" },
                    { key: "rows", title: "labelled", format: "count" },
                    { key: "positive", title: "Lambda's", format: "count" },
                    { key: "share", title: "share", format: "share" },
                    { key: "verdict", title: "verdict", format: "verdict" },
                ],
                rows: judged,
            },
            figure: {
                kind: "dots",
                title: "Share of Lambda labels by workload",
                xTitle: "share of labels that are Lambda's",
                yTitle: "workload",
                format: ".0%",
                labels: judged.map(({ workload }) => workload),
                intervals: judged.map(({ share }) => share),
                references: [
                    { name: "least wanted", value: low },
                    { name: "most wanted", value: high },
                ],
            },
        };
    },
};
function reasons(unlabelled) {
    return Object.entries(unlabelled)
        .map(([reason, rows]) => `${count(rows)}: ${reason}`)
        .join("; ");
}
//# sourceMappingURL=label-share.js.map