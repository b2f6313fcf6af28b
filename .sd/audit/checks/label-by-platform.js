import { ECS, LAMBDA, worstVerdict } from "../../campaign/index.js";
import { UNLABELLED } from "../../labels/index.js";
import { groupIntoCells } from "../../requests/index.js";
import { normalQuantile } from "../../statistics/index.js";
import { NOTHING_TO_DO, notApplicable } from "../check.js";
import { cellLevel, judgeBand } from "../judge.js";
import { list, points } from "../words.js";
/**
 * Does the label depend on the platform the row was measured on? A request's best platform cannot:
 * a difference within the same context is made by the labelling, which compares each row's own time
 * with the other platform's typical one. The differences of cells are averaged with the weights of
 * Mantel and Haenszel.
 */
export const labelByPlatform = {
    id: "label-by-platform",
    group: "label",
    question: "Does the label depend on the platform the row was measured on?",
    needs: ["labels"],
    thresholds: { warn: 0.05, fail: 0.15 },
    condition: ({ warn, fail }) => "within the same contexts, labels of Lambda rows and ECS rows differ by at most " +
        `${points(warn)} in every workload (fail: certainly more than ${points(fail)})`,
    run({ requests, labels }, { warn, fail }) {
        const cells = groupIntoCells(requests);
        const rows = new Float64Array(2 * cells.codeCount);
        const positives = new Float64Array(2 * cells.codeCount);
        for (let row = 0; row < requests.rowCount; row++) {
            if (labels.balancedOptimal[row] === UNLABELLED)
                continue;
            rows[2 * cells.codeOfRow[row] + requests.platform[row]]++;
            positives[2 * cells.codeOfRow[row] + requests.platform[row]] += labels.balancedOptimal[row];
        }
        const workloads = requests.workloadNames.map((workload, code) => ({
            workload,
            cells: Array.from({ length: cells.codeCount }, (_, cell) => cell).filter((cell) => requests.workload[cells.firstRow[cell]] === code),
        }));
        const table = workloads.flatMap(({ workload, cells: own }) => {
            const difference = mantelHaenszel(own.map((cell) => ({
                n1: rows[2 * cell + LAMBDA],
                k1: positives[2 * cell + LAMBDA],
                n0: rows[2 * cell + ECS],
                k0: positives[2 * cell + ECS],
            })), cellLevel(workloads.length));
            if (difference === null)
                return [];
            const share = (platform) => own.reduce((sum, cell) => sum + positives[2 * cell + platform], 0) /
                own.reduce((sum, cell) => sum + rows[2 * cell + platform], 0);
            const certainly = judgeBand(difference, -fail, fail) === "fail";
            return [
                {
                    workload,
                    lambda: share(LAMBDA),
                    ecs: share(ECS),
                    difference,
                    verdict: certainly
                        ? "fail"
                        : Math.abs(difference.estimate) > warn
                            ? "warn"
                            : "pass",
                },
            ];
        });
        if (table.length === 0)
            return notApplicable("No context cell has labelled rows of both platforms.");
        const worst = table.reduce((a, b) => Math.abs(b.difference.estimate) > Math.abs(a.difference.estimate) ? b : a);
        const bad = table.filter(({ verdict }) => verdict !== "pass");
        return {
            verdict: worstVerdict(table.map(({ verdict }) => verdict)),
            value: worst.difference.estimate,
            interval: worst.difference,
            evidence: `In the same contexts of ${worst.workload}, rows measured on Lambda are labelled ` +
                `Lambda's ${points(Math.abs(worst.difference.estimate))} ` +
                `${worst.difference.estimate > 0 ? "more" : "less"} often than rows measured on ECS ` +
                `[${points(worst.difference.low)}, ${points(worst.difference.high)}]; ${bad.length} of ` +
                `${table.length} workloads differ.`,
            advice: bad.length === 0
                ? NOTHING_TO_DO
                : "Compare platforms within a context (scheme paired-probability or " +
                    `group-percentile): in ${list(bad.map(({ workload }) => workload))} the label ` +
                    "tells partly where the row was measured, which no router can know.",
            offenders: bad.map(({ workload, difference }) => ({
                label: `${workload}: ${points(difference.estimate)}`,
                count: Math.round(Math.abs(difference.estimate) * 100),
            })),
            table: {
                columns: [
                    { key: "workload", title: "workload", format: "text" },
                    { key: "lambda", title: "label 1 on Lambda rows", format: "share" },
                    { key: "ecs", title: "label 1 on ECS rows", format: "share" },
                    { key: "difference", title: "difference in the same contexts", format: "points" },
                    { key: "verdict", title: "verdict", format: "verdict" },
                ],
                rows: table,
            },
            figure: {
                kind: "dots",
                title: "Label 1 on Lambda rows minus ECS rows of the same contexts",
                xTitle: "difference in share",
                yTitle: "workload",
                format: ".0%",
                labels: table.map(({ workload }) => workload),
                intervals: table.map(({ difference }) => difference),
                references: [{ name: "none", value: 0 }],
            },
        };
    },
};
/**
 * The risk difference over strata (Mantel and Haenszel's weights, variance by Greenland and Robins,
 * 1985); null without a stratum that has both.
 */
function mantelHaenszel(strata, level) {
    let weights = 0;
    let sum = 0;
    let variance = 0;
    for (const { n1, k1, n0, k0 } of strata) {
        if (n1 === 0 || n0 === 0)
            continue;
        const weight = (n1 * n0) / (n1 + n0);
        weights += weight;
        sum += weight * (k1 / n1 - k0 / n0);
        // Half a row each way keeps a stratum of one label from claiming certainty.
        const p1 = (k1 + 0.5) / (n1 + 1);
        const p0 = (k0 + 0.5) / (n0 + 1);
        variance += weight * weight * ((p1 * (1 - p1)) / n1 + (p0 * (1 - p0)) / n0);
    }
    if (weights === 0)
        return null;
    const estimate = sum / weights;
    const half = (normalQuantile(0.5 + level / 2) * Math.sqrt(variance)) / weights;
    return { estimate, low: estimate - half, high: estimate + half, level };
}
//# sourceMappingURL=label-by-platform.js.map