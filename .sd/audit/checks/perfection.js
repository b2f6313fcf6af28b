import { gateThresholds, worstVerdict } from "../../campaign/index.js";
import { rightAnswers, sum } from "../answers.js";
import { NOTHING_TO_DO } from "../check.js";
import { shareOf } from "../judge.js";
import { list, percent, percentInterval } from "../words.js";
/** Models that are too good: near 100 %, or better than the features allow. */
export const perfection = {
    id: "perfection",
    group: "after training",
    question: "Is any model suspiciously perfect?",
    needs: ["table", "predictions"],
    thresholds: {
        perfect: gateThresholds("ceiling").lookup,
        lookup: gateThresholds("accuracy").lookup,
    },
    condition: ({ perfect, lookup }) => `no test accuracy of ${percent(perfect)} or above the ceiling of the features (warn: ` +
        `above ${percent(lookup)})`,
    run(data, { perfect, lookup }) {
        const { high } = data.outOfSample.ceiling;
        const table = data.predictions.map((model) => {
            const accuracy = shareOf(sum(rightAnswers(data, model)), model.rows.length, data.predictions.length);
            const verdict = accuracy.estimate >= perfect || accuracy.low > high
                ? "fail"
                : accuracy.estimate > lookup
                    ? "warn"
                    : "pass";
            return { model: model.name, rows: model.rows.length, accuracy, verdict };
        });
        if (table.length === 0)
            return {
                verdict: "not applicable",
                value: null,
                evidence: "No model was given.",
                advice: NOTHING_TO_DO,
            };
        const best = table.reduce((a, b) => (b.accuracy.estimate > a.accuracy.estimate ? b : a));
        const bad = table.filter(({ verdict }) => verdict !== "pass");
        const above = best.accuracy.low > high;
        return {
            verdict: worstVerdict(table.map(({ verdict }) => verdict)),
            value: best.accuracy.estimate,
            interval: best.accuracy,
            evidence: `${best.model} is the best with ${percentInterval(best.accuracy)} on its test rows; ` +
                `the features allow ${percent(high)} at ` +
                `most${above ? ", so it knows something that is not in them" : ""}.`,
            advice: bad.length === 0
                ? NOTHING_TO_DO
                : above
                    ? "Look for rows that are in training and test, or for columns the model got " +
                        "besides these features."
                    : `Check the label before praising ${list(bad.map(({ model }) => model))}: a ` +
                        "lookup of one feature may do as well.",
            offenders: bad.map(({ model, rows }) => ({ label: model, count: rows })),
            table: {
                columns: [
                    { key: "model", title: "model", format: "text" },
                    { key: "rows", title: "test rows", format: "count" },
                    { key: "accuracy", title: "test accuracy", format: "share" },
                    { key: "verdict", title: "verdict", format: "verdict" },
                ],
                rows: table,
            },
        };
    },
};
//# sourceMappingURL=perfection.js.map