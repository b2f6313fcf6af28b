import { ambiguousShare } from "../../attainability/index.js";
import { gateThresholds, worstVerdict } from "../../campaign/index.js";
import { NOTHING_TO_DO } from "../check.js";
import { FEW } from "../column-profile.js";
import { judgeBand } from "../judge.js";
import { count, percent, percentInterval } from "../words.js";
/**
 * Whether the accuracy the user hopes for is possible on these features, and if not, why: a lookup,
 * or noise.
 */
export const ceiling = {
    id: "ceiling",
    group: "attainability",
    question: "What accuracy could a perfect model reach on these features?",
    needs: ["table"],
    thresholds: gateThresholds("ceiling"),
    condition: ({ hopedFor, lookup }) => `${percent(hopedFor)} or more, and below ${percent(lookup)}`,
    run(data, { hopedFor, lookup }) {
        const { ceiling: interval, inSample, heldOut } = data.outOfSample;
        const { constant, best1, best2, best3 } = data.attainability;
        const { distinctVectors } = data.attainability;
        const mixed = data.foldable ? ambiguousShare(data.table) : 0;
        // What the rows cannot tell (an interval across a bound) is a warning; the point estimate is
        // the cautious end of it.
        const possible = { ...interval, estimate: Math.min(1, inSample) };
        const verdict = worstVerdict([
            interval.low >= hopedFor
                ? "pass"
                : judgeBand(possible, hopedFor, Infinity) === "pass"
                    ? "warn"
                    : "fail",
            heldOut >= lookup ? "fail" : "pass",
        ]);
        const why = heldOut >= lookup
            ? "the features determine the " +
                `label${data.foldable ? ` (${percent(1 - mixed)} of the rows lie in vectors with a single label)` : ""}: ` +
                "this is a lookup, not a learning problem"
            : interval.high < hopedFor
                ? `${percent(hopedFor)} is out of reach for any model, because of noise: ` +
                    `${percent(mixed)} of the rows have a feature vector that occurs with both labels`
                : interval.low < hopedFor
                    ? `the rows do not settle whether ${percent(hopedFor)} can be reached`
                    : `${percent(hopedFor)} can be reached`;
        return {
            verdict,
            value: interval.estimate,
            interval,
            evidence: `Over ${count(distinctVectors)} distinct feature vectors the best possible accuracy is ` +
                `${percent(inSample)} on these rows and ${percentInterval(interval)} on new ones ` +
                `(${data.foldable ? "held-out majority to in-sample" : "nearly every row has a vector of its own: from what the best lookup of up to three " + `features, ${FEW.bins} bins each, reaches on held-out rows`}); ` +
                `${why}.`,
            advice: verdict === "pass"
                ? NOTHING_TO_DO
                : heldOut >= lookup
                    ? "Vary what is constant within the features (sizes, load, hours) until the same " +
                        "context can go both ways."
                    : interval.high < hopedFor
                        ? "Do not tune models: log what differs between requests of the same context " +
                            "(load at that moment, time since the last request, state of the service), or " +
                            "label whole contexts instead of single requests."
                        : "Collect more requests for each context: see how many in the check on power.",
            table: {
                columns: [
                    { key: "what", title: "answer by", format: "text" },
                    { key: "features", title: "features", format: "text" },
                    { key: "accuracy", title: "accuracy on these rows", format: "share" },
                ],
                rows: [
                    { what: "always the larger class", features: "none", accuracy: constant },
                    ...[best1, best2, best3].map((best, i) => ({
                        what: `best lookup of ${i + 1}`,
                        features: best.features.join(", "),
                        accuracy: best.accuracy,
                    })),
                    {
                        what: "lookup of everything",
                        features: `all ${data.table.features.names.length}`,
                        accuracy: inSample,
                    },
                    {
                        what: "the same on held-out rows",
                        features: `all ${data.table.features.names.length}`,
                        accuracy: interval,
                    },
                ],
            },
            figure: {
                kind: "dots",
                title: "Floor and ceiling",
                xTitle: "accuracy",
                yTitle: "",
                format: ".0%",
                labels: ["ceiling on new rows"],
                intervals: [interval],
                references: [
                    { name: "constant", value: constant },
                    { name: "best lookup of one feature", value: best1.accuracy },
                    { name: "ceiling on these rows", value: inSample },
                    { name: "hoped for", value: hopedFor },
                ],
            },
        };
    },
};
//# sourceMappingURL=ceiling.js.map