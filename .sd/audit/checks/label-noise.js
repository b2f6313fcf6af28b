import { NOTHING_FOLDS, NOTHING_TO_DO } from "../check.js";
import { judgeSteps, shareOf } from "../judge.js";
import { describeVector } from "../vectors.js";
import { count, counted, percent } from "../words.js";
/**
 * How often the same context has both labels, and what that costs: rows on the minority's side of
 * their own feature vector.
 */
export const labelNoise = {
    id: "label-noise",
    group: "label",
    question: "How often does the same feature vector carry both labels?",
    needs: ["table"],
    thresholds: { warn: 0.2, fail: 0.25 },
    condition: ({ warn, fail }) => `at most ${percent(warn)} of the rows carry the label that is rarer in their feature ` +
        `vector (fail: above ${percent(fail)})`,
    run(data, { warn, fail }) {
        if (!data.foldable)
            return NOTHING_FOLDS;
        const { rows, positives } = data.distinct;
        const total = data.table.label.length;
        let mixed = 0;
        let mixedVectors = 0;
        let minority = 0;
        const vectors = Array.from(rows, (n, vector) => {
            const rarer = Math.min(positives[vector], n - positives[vector]);
            minority += rarer;
            if (rarer > 0)
                mixed += n;
            mixedVectors += Number(rarer > 0);
            return { vector, rows: n, positive: positives[vector] / n, rarer };
        }).sort((a, b) => b.rarer - a.rarer);
        const share = minority / total;
        return {
            verdict: judgeSteps(share, warn, fail),
            value: share,
            evidence: `${percent(mixed / total)} of ${count(total)} rows lie in ` +
                `${counted(mixedVectors, "feature vector")} (of ${count(rows.length)}) that ` +
                `${mixedVectors === 1 ? "occurs" : "occur"} with both labels; ${percent(share)} carry ` +
                "the rarer one, and no model on these features can get both right.",
            advice: share <= warn
                ? NOTHING_TO_DO
                : "Label contexts instead of single requests, or log what differs between requests " +
                    "of one context; more training does not help.",
            offenders: vectors
                .filter(({ rarer }) => rarer > 0)
                .slice(0, 50)
                .map(({ vector, rarer }) => ({ label: describeVector(data, vector), count: rarer })),
            table: {
                columns: [
                    { key: "vector", title: "feature vector", format: "text" },
                    { key: "rows", title: "rows", format: "count" },
                    { key: "positive", title: "share of label 1", format: "share" },
                    { key: "rarer", title: "rows with the rarer label", format: "count" },
                ],
                rows: vectors.slice(0, 200).map(({ vector, rows: n, rarer }) => ({
                    vector: describeVector(data, vector),
                    rows: n,
                    positive: shareOf(positives[vector], n, rows.length),
                    rarer,
                })),
            },
            figure: histogram(vectors, total),
        };
    },
};
/**
 * Rows by the share of label 1 in their vector: noise stands in the middle, a lookup at both ends.
 */
function histogram(vectors, total) {
    const bins = new Array(10).fill(0);
    for (const { rows, positive } of vectors)
        bins[Math.min(9, Math.floor(10 * positive))] += rows / total;
    return {
        kind: "bar",
        title: "Rows by the share of label 1 in their feature vector",
        xTitle: "share of label 1 in the vector (%)",
        yTitle: "share of the rows",
        format: ".0%",
        categories: bins.map((_, bin) => `${10 * bin}-${10 * (bin + 1)}`),
        series: [{ name: "rows", values: bins }],
    };
}
//# sourceMappingURL=label-noise.js.map