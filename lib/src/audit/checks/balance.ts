import { PLATFORMS, worstVerdict } from "../../campaign/index.js";
import { MISSING } from "../../requests/index.js";
import type { Interval } from "../../statistics/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeAtLeast, shareOf } from "../judge.js";
import { count, list, number, percent, percentInterval } from "../words.js";

/**
 * Whether platforms and sizes got about as many answers as each other within a workload. For
 * campaigns whose plan is not known.
 */
export const balance: Check = {
  id: "balance",
  group: "design",
  question:
    "Do platforms and payload sizes have about equally many answered requests within each " +
    "workload?",
  needs: ["requests"],
  thresholds: { wanted: 0.75, least: 0.5 },
  condition: ({ wanted, least }) =>
    `the rarest level has ${percent(wanted)} of the requests of the most frequent one (fail: ` +
    `certainly below ${percent(least)})`,
  run(data, { wanted, least }) {
    const { requests, answeredRows, payloadKb, everyRequestPaired } = data;
    const byPlatform = requests.workloadNames.map(() => new Map<number, number>());
    const bySize = requests.workloadNames.map(() => new Map<number, number>());
    const add = (counts: Map<number, number>, level: number): void =>
      void counts.set(level, (counts.get(level) ?? 0) + 1);
    for (const row of answeredRows) {
      if (requests.workload[row] === MISSING) continue;
      add(byPlatform[requests.workload[row]], requests.platform[row]);
      if (!Number.isNaN(payloadKb[row])) add(bySize[requests.workload[row]], payloadKb[row]);
    }
    const levels = requests.workloadNames
      .flatMap((workload, code) => [
        // In pairs both platforms were sent every request.
        ...(everyRequestPaired
          ? []
          : [
              {
                group: `${workload}, platform`,
                counts: [...byPlatform[code]].map(([platform, n]) => ({
                  level: PLATFORMS[platform],
                  n,
                })),
              },
            ]),
        {
          group: `${workload}, size`,
          counts: [...bySize[code]].map(([kb, n]) => ({ level: `${number(kb)} KiB`, n })),
        },
      ])
      .filter(({ counts }) => counts.length > 1);
    const groups = levels.map(({ group, counts }) => {
      const sorted = counts.sort((a, b) => a.n - b.n);
      const { level: rarest, n: few } = sorted[0];
      const { level: commonest, n: many } = sorted[sorted.length - 1];
      const ratio = ratioOf(few, many, levels.length);
      return {
        group,
        rarest,
        few,
        commonest,
        many,
        ratio,
        verdict:
          ratio.high < least
            ? ("fail" as const)
            : judgeAtLeast(ratio, wanted) === "pass"
              ? ("pass" as const)
              : ("warn" as const),
      };
    });
    if (groups.length === 0)
      return notApplicable(
        "No workload was answered by two platforms or at two sizes.",
        "Send every workload to both platforms at several sizes.",
      );
    const worst = groups.reduce((a, b) => (b.ratio.estimate < a.ratio.estimate ? b : a));
    const bad = groups.filter(({ verdict }) => verdict !== "pass");
    return {
      verdict: worstVerdict(groups.map(({ verdict }) => verdict)),
      value: worst.ratio.estimate,
      interval: worst.ratio,
      evidence:
        `Most uneven is ${worst.group}: ${count(worst.few)} answered requests of ${worst.rarest} ` +
        `against ${count(worst.many)} of ${worst.commonest} (${percentInterval(worst.ratio)}); ` +
        `${bad.length} of ${groups.length} comparisons fall below ${percent(wanted)}.` +
        (everyRequestPaired ? " Of platforms it is not needed: paired." : ""),
      advice:
        bad.length === 0
          ? NOTHING_TO_DO
          : "Unless it was planned so, find where the requests of " +
            `${list(bad.map(({ group, rarest }) => `${group} ${rarest}`))} went: time-outs ` +
            "drop the slowest first, and what is left looks faster than it is.",
      offenders: bad.map(({ group, rarest, few, many }) => ({
        label: `${group} ${rarest}`,
        count: many - few,
      })),
      table: {
        columns: [
          { key: "group", title: "within", format: "text" },
          { key: "rarest", title: "rarest", format: "text" },
          { key: "few", title: "requests", format: "count" },
          { key: "commonest", title: "most frequent", format: "text" },
          { key: "many", title: "requests", format: "count" },
          { key: "ratio", title: "ratio", format: "share" },
          { key: "verdict", title: "verdict", format: "verdict" },
        ],
        rows: groups,
      },
      figure: {
        kind: "dots",
        title: "Rarest against most frequent level",
        xTitle: "ratio of answered requests",
        yTitle: "comparison",
        format: ".0%",
        labels: groups.map(({ group }) => group),
        intervals: groups.map(({ ratio }) => ratio),
        references: [
          { name: "wanted", value: wanted },
          { name: "least", value: least },
        ],
      },
    };
  },
};

/** The ratio of two counts, from the share of the one in both. */
function ratioOf(few: number, many: number, comparisons: number): Interval {
  const { low, high, level } = shareOf(few, few + many, comparisons);
  return { estimate: few / many, low: low / (1 - low), high: high / (1 - high), level };
}
