import { gateThresholds } from "../../campaign/index.js";
import { NOTHING_TO_DO, notApplicable } from "../check.js";
import { judgeSteps } from "../judge.js";
import { count, list, percent, points } from "../words.js";
/**
 * Accuracy lost from training to test rows, on a random split and on splits that keep whole cells,
 * windows or sizes together.
 */
export const gapOnSplits = {
    id: "gap-on-splits",
    group: "after training",
    question: "How much accuracy is lost on cells, windows and sizes the model has never seen?",
    needs: ["predictions"],
    thresholds: { warn: gateThresholds("gap-cells").gap, fail: 0.1 },
    condition: ({ warn, fail }) => `test accuracy at most ${points(warn)} below training accuracy on every split (fail: ` +
        `above ${points(fail)})`,
    run({ predictions }, { warn, fail }) {
        const table = predictions.flatMap(({ name, splits = [] }) => splits.map((split) => ({
            model: name,
            ...split,
            gap: split.trainAccuracy - split.testAccuracy,
        })));
        if (table.length === 0)
            return notApplicable("No model was evaluated on splits.", "Evaluate on splits that keep whole context cells, windows and payload sizes together.");
        const worst = table.reduce((a, b) => (b.gap > a.gap ? b : a));
        const bad = table.filter(({ gap }) => gap > warn);
        return {
            verdict: judgeSteps(worst.gap, warn, fail),
            value: worst.gap,
            evidence: `The largest loss is ${points(worst.gap)}: ${worst.model} falls from ` +
                `${percent(worst.trainAccuracy)} on training rows to ${percent(worst.testAccuracy)} on ` +
                `${count(worst.testRows)} rows when each ${worst.keptTogether} is kept whole; ` +
                `${bad.length} of ${table.length} splits lose more than ${points(warn)}.`,
            advice: bad.length === 0
                ? NOTHING_TO_DO
                : "Quote the accuracy for an unseen " +
                    `${list([...new Set(bad.map(({ keptTogether }) => keptTogether))])} beside the ` +
                    "random split's: that is what a router will meet.",
            offenders: bad.map(({ model, keptTogether, testRows }) => ({
                label: `${model} by ${keptTogether}`,
                count: testRows,
            })),
            table: {
                columns: [
                    { key: "model", title: "model", format: "text" },
                    { key: "keptTogether", title: "kept together", format: "text" },
                    { key: "trainAccuracy", title: "training", format: "share" },
                    { key: "testAccuracy", title: "test", format: "share" },
                    { key: "gap", title: "gap", format: "points" },
                ],
                rows: table,
            },
            figure: {
                kind: "bar",
                title: "Training minus test accuracy",
                xTitle: "model and what is kept together",
                yTitle: "gap",
                format: ".1%",
                categories: table.map(({ model, keptTogether }) => `${model}, ${keptTogether}`),
                series: [{ name: "gap", values: table.map(({ gap }) => gap) }],
            },
        };
    },
};
//# sourceMappingURL=gap-on-splits.js.map