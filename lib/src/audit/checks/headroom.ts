import {
  clusteredMean,
  describeCeiling,
  inSampleCorrectness,
  outOfSampleCeiling,
  outOfSampleHeadroom,
} from "../../attainability/index.js";
import { gateThresholds } from "../../campaign/index.js";
import { normalQuantile, type Interval } from "../../statistics/index.js";
import type { AuditData } from "../audit-data.js";
import { NOTHING_TO_DO, type Check } from "../check.js";
import { cellLevel, judgeAtLeast } from "../judge.js";
import { percent, points } from "../words.js";

/** What learning can add to the best lookup of one feature. */
export const headroom: Check = {
  id: "headroom",
  group: "attainability",
  question: "How much better than the best one-feature lookup can any model be on these features?",
  needs: ["table"],
  thresholds: gateThresholds("headroom"),
  condition: ({ headroom: wanted }) => `above ${points(wanted)}`,
  run(data, { headroom: wanted }) {
    const { best1, constant } = data.attainability;
    const interval = data.foldable ? countedHeadroom(data) : boundedHeadroom(data);
    const verdict = judgeAtLeast(interval, wanted);
    return {
      verdict,
      // Where the ceiling lies between bounds the gate is judged by the end that is against us.
      value: data.foldable ? interval.estimate : interval.low,
      interval,
      evidence:
        `A lookup of ${best1.features.join(" and ")} gets ${percent(best1.accuracy)} of these ` +
        `rows (always the larger class: ${percent(constant)}), a perfect model ` +
        `${describeCeiling(data.attainability)}; on new rows that leaves ` +
        `${points(Math.max(0, interval.estimate))} [${points(interval.low)}, ` +
        `${points(interval.high)}] to be learned.`,
      advice:
        verdict === "pass"
          ? NOTHING_TO_DO
          : interval.high < wanted
            ? "Use the lookup, or log a factor that tells requests of one context apart: no " +
              "model on these features is worth its trouble."
            : "Collect more requests for each context before training.",
    };
  },
};

function countedHeadroom(data: AuditData): Interval {
  const { label, blockOfRow } = data.judging;
  const lookup = data.groupsOn(data.attainability.best1.features);
  return outOfSampleHeadroom(data.distinct, label, lookup, { level: cellLevel(1), blockOfRow });
}

/**
 * Where nothing folds: at the least what the cross-fitted learners are better than the lookup on
 * rows that the lookup knows, at the most what the ceiling's high end leaves above the lookup.
 */
function boundedHeadroom(data: AuditData): Interval {
  const { label, blockOfRow } = data.judging;
  const lookup = data.groupsOn(data.attainability.best1.features);
  const level = cellLevel(1);
  const known = inSampleCorrectness(lookup.vectorOfRow, lookup.vectorCount, label);
  const { mean, standardError } = clusteredMean(
    data.crossFittedCorrect.map((right, row) => right - known[row]),
    blockOfRow,
  );
  const lookupAtLeast = outOfSampleCeiling(lookup, label, { level, blockOfRow }).ceiling.low;
  return {
    estimate: mean,
    low: mean - normalQuantile(0.5 + level / 2) * standardError,
    high: data.crossFitted.ceiling.high - lookupAtLeast,
    level,
  };
}
