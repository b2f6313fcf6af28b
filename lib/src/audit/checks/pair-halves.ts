import { ECS, LAMBDA, PLATFORMS } from "../../campaign/index.js";
import type { Interval } from "../../statistics/index.js";
import type { AuditData } from "../audit-data.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeSteps, shareOf } from "../judge.js";
import { count, counted, percent, percentInterval, points } from "../words.js";

interface MissingHalves {
  /** Pairs of which at least one half is in the logs. */
  begun: number;
  /** By platform: halves that are not in the logs, and their share of those pairs. */
  missing: [ecs: number, lambda: number];
  share: [ecs: Interval, lambda: Interval];
  /** How much more often one platform's halves are missing, for certain. */
  certain: number;
}

/**
 * Halves whose partner is not in the logs, by the platform of the missing one. A half that failed
 * is there, as an outcome; one that is not there has left no trace, and the pairs that remain are
 * no random part where that happens to the slow.
 */
export const pairHalves: Check = {
  id: "pair-halves",
  group: "pairs",
  question: "Are halves of pairs missing more often on one platform?",
  needs: ["requests", "pairs"],
  thresholds: { warn: 0.002, fail: 0.01 },
  condition: ({ warn, fail }) =>
    `halves are missing equally often on both platforms, to ${points(warn)} (fail: certainly ` +
    `more than ${points(fail)} apart), and in at most ${percent(fail)} of the pairs`,
  run(data, { warn, fail }) {
    const { begun, missing, share, certain } = measureMissing(data);
    if (begun === 0) return notApplicable("No pair has a half that names its platform.");
    const together = (missing[ECS] + missing[LAMBDA]) / begun;
    const worse = judgeSteps(certain, warn, fail);
    const verdict = worse === "pass" && together > fail ? "warn" : worse;
    return {
      verdict,
      value: together,
      evidence:
        `Of ${counted(begun, "pair")} ${count(missing[LAMBDA])} lack Lambda's half ` +
        `(${percentInterval(share[LAMBDA])}) and ${count(missing[ECS])} ECS's ` +
        `(${percentInterval(share[ECS])}).`,
      advice:
        verdict === "pass"
          ? NOTHING_TO_DO
          : "Log both halves of every pair in one write, whatever became of them: a pair that is " +
            "left out because one platform was slow makes that platform look fast.",
      offenders: [ECS, LAMBDA]
        .filter((platform) => missing[platform] > 0)
        .map((platform) => ({
          label: `halves of ${PLATFORMS[platform]} that are missing`,
          count: missing[platform],
        })),
    };
  },
};

function measureMissing({ requests, pairs }: AuditData): MissingHalves {
  const missing: [number, number] = [0, 0];
  for (const row of pairs.halvesAlone) {
    if (requests.platform[row] === ECS) missing[LAMBDA]++;
    else if (requests.platform[row] === LAMBDA) missing[ECS]++;
  }
  const begun = pairs.count + missing[ECS] + missing[LAMBDA];
  const share: [Interval, Interval] = [
    shareOf(missing[ECS], begun, 2),
    shareOf(missing[LAMBDA], begun, 2),
  ];
  const certain = Math.max(
    0,
    share[ECS].low - share[LAMBDA].high,
    share[LAMBDA].low - share[ECS].high,
  );
  return { begun, missing, share, certain };
}
