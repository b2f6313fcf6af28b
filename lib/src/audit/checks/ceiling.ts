import { ambiguousShare, describeBounds } from "../../attainability/index.js";
import { gateThresholds, worstVerdict } from "../../campaign/index.js";
import type { AuditData } from "../audit-data.js";
import { NOTHING_TO_DO, type Check, type Finding } from "../check.js";
import { judgeBand } from "../judge.js";
import { count, percent, percentInterval } from "../words.js";

/**
 * Whether the accuracy the user hopes for is possible on these features, and if not, why: a lookup,
 * or noise.
 */
export const ceiling: Check = {
  id: "ceiling",
  group: "attainability",
  question: "What accuracy could a perfect model reach on these features?",
  needs: ["table"],
  thresholds: gateThresholds("ceiling"),
  condition: ({ hopedFor, lookup }) => `${percent(hopedFor)} or more, and below ${percent(lookup)}`,
  run(data, { hopedFor, lookup }) {
    const { ceiling: interval, inSample, heldOut } = data.outOfSample;
    const isLookup = heldOut >= lookup;
    // What the rows cannot tell (an interval across a bound) is a warning; the point estimate is
    // the cautious end of it.
    const possible = { ...interval, estimate: Math.min(1, inSample) };
    const verdict = worstVerdict([
      interval.low >= hopedFor
        ? "pass"
        : judgeBand(possible, hopedFor, Infinity) === "pass"
          ? "warn"
          : "fail",
      isLookup ? "fail" : "pass",
    ]);
    return {
      verdict,
      // Where the ceiling lies between bounds the gate is judged by the end that is against us.
      value: data.foldable ? interval.estimate : interval.low,
      interval,
      evidence: `${known(data)}; ${reason(data, hopedFor, isLookup)}.`,
      advice:
        verdict === "pass"
          ? NOTHING_TO_DO
          : isLookup
            ? "Vary what is constant within the features (sizes, load, hours) until the same " +
              "context can go both ways."
            : interval.high < hopedFor
              ? "Do not tune models: log what differs between requests of the same context " +
                "(load at that moment, time since the last request, state of the service), or " +
                "label whole contexts instead of single requests."
              : "Collect more requests for each context: see how many in the check on power.",
      ...exhibits(data, hopedFor),
    };
  },
};

/** The bounds, and how they are known. */
function known(data: AuditData): string {
  const { ceiling: interval, inSample } = data.outOfSample;
  const { distinctVectors, ceilingBounds } = data.attainability;
  if (ceilingBounds)
    return (
      `The best possible accuracy on new rows lies between ${percent(interval.low)} and ` +
      `${percent(interval.high)}: ${describeBounds(ceilingBounds)}`
    );
  return (
    `Over ${count(distinctVectors)} distinct feature vectors the best possible accuracy is ` +
    `${percent(inSample)} on these rows and ${percentInterval(interval)} on new ones (held-out ` +
    "majority to in-sample)"
  );
}

function reason(data: AuditData, hopedFor: number, isLookup: boolean): string {
  const { low, high } = data.outOfSample.ceiling;
  const mixed = data.foldable ? ambiguousShare(data.distinct) : 0;
  if (isLookup)
    return (
      "the features determine the label" +
      (data.foldable
        ? ` (${percent(1 - mixed)} of the rows lie in vectors with a single label)`
        : "") +
      ": this is a lookup, not a learning problem"
    );
  if (high < hopedFor)
    return (
      `${percent(hopedFor)} is out of reach for any model, because of noise` +
      (data.foldable
        ? `: ${percent(mixed)} of the rows have a feature vector that occurs with both labels`
        : "")
    );
  return low < hopedFor
    ? `the rows do not settle whether ${percent(hopedFor)} can be reached`
    : `${percent(hopedFor)} can be reached`;
}

function exhibits(data: AuditData, hopedFor: number): Pick<Finding, "table" | "figure"> {
  const { ceiling: interval, inSample } = data.outOfSample;
  const { constant, best1, best2, best3 } = data.attainability;
  const everything = `all ${data.table.features.names.length}`;
  return {
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
        ...(data.foldable
          ? [
              { what: "lookup of everything", features: everything, accuracy: inSample },
              { what: "the same on held-out rows", features: everything, accuracy: interval },
            ]
          : [
              {
                what: "cross-fitted learners, to the most they missed",
                features: everything,
                accuracy: interval,
              },
            ]),
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
        ...(data.foldable ? [{ name: "ceiling on these rows", value: inSample }] : []),
        { name: "hoped for", value: hopedFor },
      ],
    },
  };
}
