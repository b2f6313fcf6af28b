import { ECS, LAMBDA, PLATFORMS } from "../../campaign/index.js";
import type { Interval } from "../../statistics/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { cellLevel } from "../judge.js";
import { loadThirds } from "../load.js";
import { medianInterval } from "../median-interval.js";
import { list, milliseconds, number } from "../words.js";

/**
 * Fewer requests than this of a platform in the quietest or the busiest third make no comparison.
 */
const LEAST_ROWS = 50;

/**
 * The same small work at different load: where its way to the platform and back (response minus
 * execution) takes longer under load on *both* platforms, what they share is the bottleneck: the
 * load generator, or its network.
 */
export const loadLatency: Check = {
  id: "load-latency",
  group: "consistency",
  question: "Is the load generator or its network a bottleneck?",
  needs: ["requests", "execution"],
  thresholds: { warn: 1.25, fail: 1.5 },
  condition: ({ warn, fail }) =>
    `transport of the smallest work grows by less than ${warn} from the quietest to the ` +
    `busiest third on one platform at least (fail: certainly more than ${fail} on both)`,
  run(data, { warn, fail }) {
    const { requests, clockedRows, payloadKb } = data;
    const load = loadThirds(requests);
    const smallest = smallestWork(data);
    if (smallest === null) return notApplicable("No request names its workload and its size.");
    const rows = clockedRows.filter(
      (row) => requests.workload[row] === smallest.workload && payloadKb[row] === smallest.kb,
    );
    const transport = (platform: number, third: number): Interval | null => {
      const times = Array.from(
        rows.filter((row) => requests.platform[row] === platform && load.third[row] === third),
        (row) => requests.responseTimeMs[row] - requests.executionTimeMs[row],
      );
      return times.length >= LEAST_ROWS ? medianInterval(times, cellLevel(4)) : null;
    };
    const table = [ECS, LAMBDA].map((platform) => ({
      platform: PLATFORMS[platform],
      quiet: transport(platform, 0),
      busy: transport(platform, 2),
    }));
    if (table.some(({ quiet, busy }) => !quiet || !busy))
      return notApplicable(
        `The smallest work has fewer than ${LEAST_ROWS} answers of a platform in the ` +
          "quietest or the busiest third; a campaign of one rate has no busiest third.",
      );
    const growth = table.map(({ platform, quiet, busy }) => ({
      platform,
      quiet: quiet!,
      busy: busy!,
      growth: {
        estimate: busy!.estimate / quiet!.estimate,
        low: busy!.low / quiet!.high,
        high: busy!.high / quiet!.low,
        level: quiet!.level,
      },
    }));
    // What both share has grown at least by the smaller of the two.
    const shared = growth.reduce((a, b) => (b.growth.estimate < a.growth.estimate ? b : a)).growth;
    const certain = Math.min(...growth.map((entry) => entry.growth.low));
    const verdict = certain > fail ? "fail" : shared.estimate > warn ? "warn" : "pass";
    const work = `${requests.workloadNames[smallest.workload]} of ${number(smallest.kb)} KiB`;
    return {
      verdict,
      value: shared.estimate,
      interval: shared,
      evidence:
        `Between minutes ${load.names[0]} and ${load.names[2]}, the median transport time of ` +
        `${work} goes ` +
        list(
          growth.map(
            ({ platform, quiet, busy, growth: g }) =>
              `from ${milliseconds(quiet.estimate)} to ${milliseconds(busy.estimate)} on ` +
              `${platform} (${number(g.estimate)} times [${number(g.low)}, ${number(g.high)}])`,
          ),
        ) +
        ".",
      advice:
        verdict === "pass"
          ? NOTHING_TO_DO
          : "Send from a machine with a faster link, or from several: both platforms slow down " +
            "together, so response times measure the generator; compare on the platforms' own " +
            "clock meanwhile.",
      table: {
        columns: [
          { key: "platform", title: "platform", format: "text" },
          { key: "quiet", title: `transport (ms), ${load.names[0]}`, format: "ms" },
          { key: "busy", title: `transport (ms), ${load.names[2]}`, format: "ms" },
          { key: "growth", title: "growth", format: "number" },
        ],
        rows: growth.map((entry) => ({ ...entry })),
      },
      figure: {
        kind: "bar",
        title: `Transport of ${work} under load`,
        xTitle: "platform",
        yTitle: "median response minus execution (ms)",
        categories: growth.map(({ platform }) => platform),
        series: [
          { name: load.names[0], values: growth.map(({ quiet }) => quiet.estimate) },
          { name: load.names[2], values: growth.map(({ busy }) => busy.estimate) },
        ],
      },
    };
  },
};

/** The workload and size with the smallest body. */
function smallestWork({
  requests,
  clockedRows,
  payloadKb,
}: Parameters<Check["run"]>[0]): { workload: number; kb: number } | null {
  let best: { workload: number; kb: number } | null = null;
  for (const row of clockedRows)
    if (
      requests.workload[row] < requests.workloadNames.length &&
      (!best ? !Number.isNaN(payloadKb[row]) : payloadKb[row] < best.kb)
    )
      best = { workload: requests.workload[row], kb: payloadKb[row] };
  return best;
}
