import { PLATFORMS } from "../../campaign/index.js";
import { isAnswered, MISSING, type Requests } from "../../requests/index.js";
import { medianSorted, sortedCopy, type Interval } from "../../statistics/index.js";
import { NOTHING_TO_DO, notApplicable, type Check, type Finding } from "../check.js";
import { shareOf } from "../judge.js";
import { count, counted, milliseconds, percent } from "../words.js";

/** Rows a workload on a platform needs before its longest time says anything. */
const LEAST_ROWS = 200;
/**
 * Numbers that fall more slowly than this from tenth to tenth cannot be carried on beyond the
 * ceiling.
 */
const MOST_FALLING = 0.9;

/**
 * A request without an answer that ends this near to the ceiling is a time-out that was logged.
 * With as many of them as there are answers this near, the log goes on beyond the ceiling: as
 * failures.
 */
const AT_CEILING = 0.01;

/**
 * A ceiling on response times, as a client's time-out leaves it. Work of different length that ends
 * at the same longest time, with many requests close below it and none beyond, was cut off: from
 * the numbers in the two tenths below the ceiling, falling on as they fall there, so many were to
 * be expected beyond it. Where the time-outs themselves are in the log, none of them is missing.
 */
export const durationCeiling: Check = {
  id: "duration-ceiling",
  group: "design",
  question: "Do response times end at a ceiling, as a time-out makes one?",
  needs: ["requests"],
  thresholds: { beyond: 10, groups: 2 },
  condition: ({ beyond, groups }) =>
    `fewer than ${beyond} requests to be expected beyond the longest, or fewer than ` +
    `${groups} kinds of work that reach it`,
  run({ requests }, { beyond, groups }) {
    const { responseTimeMs, workload, platform, workloadNames, rowCount } = requests;
    const byKind = new Map<number, number[]>();
    for (let row = 0; row < rowCount; row++) {
      if (Number.isNaN(responseTimeMs[row]) || workload[row] === MISSING) continue;
      const kind = workload[row] * 4 + platform[row];
      const times = byKind.get(kind);
      if (times) times.push(responseTimeMs[row]);
      else byKind.set(kind, [responseTimeMs[row]]);
    }
    const kinds = [...byKind]
      .filter(([, times]) => times.length >= LEAST_ROWS)
      .map(([kind, times]) => {
        const sorted = sortedCopy(times);
        return {
          kind: `${workloadNames[kind >> 2]} on ${PLATFORMS[kind & 3] ?? "no platform"}`,
          rows: times.length,
          median: medianSorted(sorted),
          longest: sorted[sorted.length - 1],
          sorted,
        };
      });
    if (kinds.length < groups)
      return notApplicable(
        `Fewer than ${groups} kinds of work (a workload on a platform) have ${LEAST_ROWS} ` +
          "requests.",
      );
    const ceiling = Math.max(...kinds.map(({ longest }) => longest));
    const timeouts = timeoutsAt(ceiling, requests);
    if (timeouts.logged > 0 && timeouts.logged >= timeouts.answered)
      return {
        verdict: "pass",
        value: 0,
        evidence:
          `${counted(timeouts.logged, "request")} without an answer ` +
          `end${timeouts.logged === 1 ? "s" : ""} at ${milliseconds(ceiling)}, the client's ` +
          "time-out: they are in the logs, as failures.",
        advice: NOTHING_TO_DO,
        table: tableOf(kinds),
      };
    const within = (from: number, to: number): number =>
      kinds.reduce(
        (sum, { sorted }) =>
          sum + sorted.reduce((n, time) => n + Number(time > from && time <= to), 0),
        0,
      );
    const near = within(0.9 * ceiling, ceiling);
    const before = within(0.8 * ceiling, 0.9 * ceiling);
    const beyondOf = (share: number): number =>
      (near * Math.min(MOST_FALLING, share / (1 - share))) /
      (1 - Math.min(MOST_FALLING, share / (1 - share)));
    const share = shareOf(near, near + before);
    // Where requests pile up below the ceiling, nothing can be carried on: those that piled up are
    // the ones that were cut.
    const expected: Interval =
      near > before
        ? { estimate: near, low: near, high: near, level: share.level }
        : {
            estimate: beyondOf(share.estimate),
            low: beyondOf(share.low),
            high: beyondOf(share.high),
            level: share.level,
          };
    const reaching = kinds.filter(
      ({ longest, median }) => longest >= 0.95 * ceiling && median < 0.6 * ceiling,
    );
    const given =
      near > before
        ? `more than the ${count(before)} in the tenth before it: they were given up there`
        : "";
    const cutOff = expected.low >= beyond && reaching.length >= groups;
    return {
      verdict: cutOff ? "fail" : "pass",
      value: expected.estimate,
      interval: expected,
      evidence: cutOff
        ? `${reaching.length} of ${counted(kinds.length, "kind")} of work, with medians from ` +
          milliseconds(Math.min(...reaching.map((k) => k.median))) +
          " to " +
          milliseconds(Math.max(...reaching.map((k) => k.median))) +
          `, all end within 5 % of ${milliseconds(ceiling)}; ${count(near)} requests lie in ` +
          `the last tenth below it (${percent(near / rowCount)})` +
          (given !== ""
            ? `, ${given}.`
            : `, so that some ${count(expected.estimate)} [${count(expected.low)}, ` +
              `${count(expected.high)}] were to be expected beyond if they went on falling as ` +
              "they do there, and there is none.")
        : `The longest response took ${milliseconds(ceiling)}; ` +
          `${counted(reaching.length, "kind")} of work ` +
          `reach${reaching.length === 1 ? "es" : ""} it, and about ${count(expected.estimate)} ` +
          `requests [${count(expected.low)}, ${count(expected.high)}] were to be expected ` +
          "beyond it.",
      advice: cutOff
        ? "Raise the client's time-out well above the slowest answer, and log time-outs as " +
          "requests: the slow ones are missing, and medians and labels with them."
        : NOTHING_TO_DO,
      offenders: cutOff
        ? reaching.map(({ kind, sorted }) => ({
            label: kind,
            count: sorted.reduce((n, time) => n + Number(time > 0.9 * ceiling), 0),
          }))
        : [],
      table: tableOf(kinds),
      figure: {
        kind: "bar",
        title: "Longest response of each kind of work",
        xTitle: "work",
        yTitle: "response time (ms)",
        categories: kinds.map(({ kind }) => kind),
        series: [
          { name: "median", values: kinds.map(({ median }) => median) },
          { name: "longest", values: kinds.map(({ longest }) => longest) },
        ],
      },
    };
  },
};

interface Kind {
  kind: string;
  rows: number;
  median: number;
  longest: number;
}

function tableOf(kinds: readonly Kind[]): Finding["table"] {
  return {
    columns: [
      { key: "kind", title: "work", format: "text" },
      { key: "rows", title: "requests", format: "count" },
      { key: "median", title: "median", format: "ms" },
      { key: "longest", title: "longest", format: "ms" },
    ],
    rows: kinds.map(({ kind, rows, median, longest }) => ({ kind, rows, median, longest })),
  };
}

/** Requests that end at the ceiling: without an answer, and with one. */
function timeoutsAt(ceilingMs: number, requests: Requests): { logged: number; answered: number } {
  const found = { logged: 0, answered: 0 };
  for (let row = 0; row < requests.rowCount; row++) {
    if (!(requests.responseTimeMs[row] >= (1 - AT_CEILING) * ceilingMs)) continue;
    found[isAnswered(requests, row) ? "answered" : "logged"]++;
  }
  return found;
}
