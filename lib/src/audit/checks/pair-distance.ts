import { MOST_PAIR_DISTANCE_MS } from "../../requests/index.js";
import { quantile, type Interval } from "../../statistics/index.js";
import type { AuditData } from "../audit-data.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeBand, shareOf } from "../judge.js";
import { count, milliseconds, percent, percentInterval } from "../words.js";

interface Distances {
  medianMs: number;
  longestMs: number;
  apart: number;
  share: Interval;
}

/**
 * Time between the sends of the two halves of a pair, by their time stamps. What they share, and
 * cancels between them, is the state of one moment.
 */
export const pairDistance: Check = {
  id: "pair-distance",
  group: "pairs",
  question: "Were the halves of each pair sent at the same moment?",
  needs: ["requests", "pairs"],
  thresholds: { apartMs: MOST_PAIR_DISTANCE_MS, warn: 0.01, fail: 0.05 },
  condition: ({ apartMs, warn, fail }) =>
    `at most ${percent(warn)} of the pairs have halves that left more than ` +
    `${milliseconds(apartMs)} apart (fail: certainly above ${percent(fail)})`,
  run(data, { apartMs, warn, fail }) {
    if (data.pairs.count === 0) return notApplicable("No pair has both halves in the logs.");
    const { medianMs, longestMs, apart, share } = measureDistances(data, apartMs);
    const tooMany = judgeBand(share, 0, fail);
    const verdict = tooMany === "pass" && share.estimate > warn ? "warn" : tooMany;
    return {
      verdict,
      value: share.estimate,
      interval: share,
      evidence:
        `The halves of ${count(data.pairs.count)} pairs left ${milliseconds(medianMs)} apart in ` +
        `the median, ${milliseconds(longestMs)} at the most; ${count(apart)} ` +
        `(${percentInterval(share)}) more than ${milliseconds(apartMs)}.`,
      advice:
        verdict === "pass"
          ? NOTHING_TO_DO
          : "Send both halves from one event of one process, and send less from a machine that " +
            "cannot: halves of two moments meet different queues.",
      offenders: apart > 0 ? [{ label: "pairs whose halves left apart", count: apart }] : [],
    };
  },
};

function measureDistances({ requests, pairs }: AuditData, apartMs: number): Distances {
  const { timestampMs } = requests;
  const distances = new Float64Array(pairs.count);
  for (let pair = 0; pair < pairs.count; pair++)
    distances[pair] = Math.abs(
      timestampMs[pairs.ecsRow[pair]] - timestampMs[pairs.lambdaRow[pair]],
    );
  const apart = distances.reduce((n, ms) => n + Number(ms > apartMs), 0);
  return {
    medianMs: quantile(distances, 0.5),
    longestMs: quantile(distances, 1),
    apart,
    share: shareOf(apart, pairs.count),
  };
}
