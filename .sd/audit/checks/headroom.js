import { outOfSampleCeiling, outOfSampleHeadroom } from "../../attainability/index.js";
import { gateThresholds } from "../../campaign/index.js";
import { NOTHING_TO_DO } from "../check.js";
import { cellLevel, judgeAtLeast } from "../judge.js";
import { percent, points } from "../words.js";
/** What learning can add to the best lookup of one feature. */
export const headroom = {
    id: "headroom",
    group: "attainability",
    question: "How much better than the best one-feature lookup can any model be on these features?",
    needs: ["table"],
    thresholds: gateThresholds("headroom"),
    condition: ({ headroom: wanted }) => `above ${points(wanted)}`,
    run(data, { headroom: wanted }) {
        const { best1, best3, ceiling, constant } = data.attainability;
        const { label, blockOfRow } = data.judging;
        const options = { level: cellLevel(1), blockOfRow };
        const lookup = data.groupsOn(best1.features);
        const certain = outOfSampleHeadroom(data.foldable ? data.distinct : data.groupsOn(best3.features), label, lookup, options);
        // Where nothing folds, three features show what there is at least; the most is whatever the
        // lookup leaves.
        const interval = data.foldable
            ? certain
            : { ...certain, high: ceiling - outOfSampleCeiling(lookup, label, options).ceiling.low };
        const verdict = judgeAtLeast(interval, wanted);
        return {
            verdict,
            value: interval.estimate,
            interval,
            evidence: `A lookup of ${best1.features.join(" and ")} gets ${percent(best1.accuracy)} of these ` +
                `rows (always the larger class: ${percent(constant)}), a perfect model ` +
                `${percent(ceiling)}; on new rows that leaves ` +
                `${points(Math.max(0, interval.estimate))} [${points(interval.low)}, ` +
                `${points(interval.high)}] to be learned.`,
            advice: verdict === "pass"
                ? NOTHING_TO_DO
                : interval.high < wanted
                    ? "Use the lookup, or log a factor that tells requests of one context apart: no " +
                        "model on these features is worth its trouble."
                    : "Collect more requests for each context before training.",
        };
    },
};
//# sourceMappingURL=headroom.js.map