import { gateThresholds } from "../../campaign/index.js";
import { windowNames } from "../../requests/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { countColdStarts } from "../cold-start-counts.js";
import { shareOf } from "../judge.js";
import { counted, list, percent, percentInterval, points } from "../words.js";

/**
 * Whether the share of cold starts differs between windows: the distance between the two windows'
 * intervals that lie farthest apart.
 */
export const coldStartsDiffer: Check = {
  id: "cold-starts-differ",
  group: "variance",
  question: "How far apart are the windows with the fewest and the most cold starts?",
  needs: ["requests"],
  thresholds: { ...gateThresholds("cold-starts-differ"), settled: 0.05 },
  condition: ({ gap, settled }) =>
    `intervals more than ${percent(gap)} apart (fail: certainly less than ` +
    `${percent(settled)} apart)`,
  run({ requests }, { gap, settled }) {
    const { rows, cold } = countColdStarts(requests, requests.timeWindow);
    const windows = windowNames(requests)
      .map((name, code) => ({ name, code }))
      .filter(({ code }) => rows[code] > 0);
    if (windows.length < 2)
      return {
        ...notApplicable(
          "Lambda requests that say cold or warm lie in " +
            `${counted(windows.length, "logged window")}; two are needed.`,
        ),
        advice: "Collect in several windows, and log which.",
      };
    const intervals = windows.map(({ code }) => shareOf(cold[code], rows[code], windows.length));
    const fewest = intervals.reduce((a, b, i) => (b.high < intervals[a].high ? i : a), 0);
    const most = intervals.reduce((a, b, i) => (b.low > intervals[a].low ? i : a), 0);
    const apart = intervals[most].low - intervals[fewest].high;
    const differs = apart > gap;
    const estimated =
      Math.max(...intervals.map((i) => i.estimate)) - Math.min(...intervals.map((i) => i.estimate));
    // Few cold starts cannot show a difference; that is not proof of sameness unless the intervals
    // are narrow.
    const couldBe =
      Math.max(...intervals.map((i) => i.high)) - Math.min(...intervals.map((i) => i.low));
    return {
      verdict: differs ? "pass" : couldBe < settled ? "fail" : "warn",
      value: apart,
      evidence:
        `From ${percentInterval(intervals[fewest])} in ${windows[fewest].name} to ` +
        `${percentInterval(intervals[most])} in ${windows[most].name}: ` +
        (differs
          ? `at least ${points(apart)} apart.`
          : `the intervals overlap (estimates ${points(estimated)} apart).`),
      advice: differs
        ? NOTHING_TO_DO
        : "Let the rate of requests follow the hour as users do: where every window is equally " +
          "busy, the window tells nothing about cold starts.",
      offenders: differs
        ? []
        : [
            {
              label: list(
                windows.map(({ name }) => name),
                6,
              ),
              count: cold.reduce((a, b) => a + b, 0),
            },
          ],
      table: {
        columns: [
          { key: "window", title: "window", format: "text" },
          { key: "requests", title: "Lambda requests", format: "count" },
          { key: "cold", title: "cold", format: "count" },
          { key: "share", title: "share", format: "share" },
        ],
        rows: windows.map(({ name, code }, i) => ({
          window: name,
          requests: rows[code],
          cold: cold[code],
          share: intervals[i],
        })),
      },
      figure: {
        kind: "dots",
        title: "Cold starts by time window",
        xTitle: "share of Lambda requests",
        yTitle: "window",
        format: ".1%",
        labels: windows.map(({ name }) => name),
        intervals,
        references: [],
      },
    };
  },
};
