import { PLATFORMS } from "../../campaign/index.js";
import { createRandom, median, theilSenSlope, type Interval } from "../../statistics/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { cellLevel } from "../judge.js";
import { medianInterval } from "../median-interval.js";
import { count, counted, list, percent, percentInterval } from "../words.js";

/** Requests of a group that the slopes through all pairs are taken of. */
const SAMPLE = 200;
/** Requests of the smallest and of the largest size that are needed. */
const LEAST_ROWS = 25;

/**
 * Does the work depend on the payload at all? Judged by the medians of the smallest and the largest
 * size of each workload on each platform, in per cent of the group's median; beside them the
 * Theil-Sen slope, with its own interval.
 */
export const payloadSlope: Check = {
  id: "payload-slope",
  group: "payload",
  question: "Does the execution time depend on the payload size?",
  needs: ["requests", "execution"],
  thresholds: { change: 0.1, groups: 0.5 },
  condition: ({ change, groups }) =>
    `from the smallest to the largest size the time changes by ${percent(change)} of its ` +
    "median on every platform that runs the workload (fail: certainly less in " +
    `${percent(groups)} of them)`,
  run({ requests, clockedRows, payloadKb }, { change, groups: failing }) {
    const byGroup = new Map<number, number[]>();
    for (const row of clockedRows) {
      if (Number.isNaN(payloadKb[row]) || requests.workload[row] >= requests.workloadNames.length)
        continue;
      const key = requests.workload[row] * 4 + requests.platform[row];
      const rows = byGroup.get(key);
      if (rows) rows.push(row);
      else byGroup.set(key, [row]);
    }
    const groups = [...byGroup]
      .sort(([a], [b]) => a - b)
      .map(([key, rows]) => {
        const sizes = rows.map((row) => payloadKb[row]);
        const smallest = sizes.reduce((a, b) => Math.min(a, b));
        const largest = sizes.reduce((a, b) => Math.max(a, b));
        return {
          key,
          rows,
          smallest: rows.filter((row) => payloadKb[row] === smallest),
          largest: rows.filter((row) => payloadKb[row] === largest),
          sizes: new Set(sizes).size,
        };
      })
      .filter(
        ({ sizes, smallest, largest }) =>
          sizes > 1 && Math.min(smallest.length, largest.length) >= LEAST_ROWS,
      );
    if (groups.length === 0)
      return notApplicable(
        `No workload has ${LEAST_ROWS} answers of a platform at its smallest and its largest size.`,
        "Send several sizes of each workload.",
      );
    const times = (rows: readonly number[]): number[] =>
      rows.map((row) => requests.executionTimeMs[row]);
    const table = groups.map(({ key, rows, smallest, largest }) => {
      const level = cellLevel(2 * groups.length);
      const low = medianInterval(times(smallest), level);
      const high = medianInterval(times(largest), level);
      const typical = median(times(rows));
      const relative: Interval = {
        estimate: (high.estimate - low.estimate) / typical,
        low: (high.low - low.high) / typical,
        high: (high.high - low.low) / typical,
        level,
      };
      const sample = createRandom(`payload slope ${key}`)
        .shuffle([...rows])
        .slice(0, SAMPLE);
      const slope = theilSenSlope(
        sample.map((row) => payloadKb[row] / 1024),
        times(sample),
        cellLevel(groups.length),
      );
      const depends =
        relative.low >= change || relative.high <= -change
          ? "yes"
          : Math.max(Math.abs(relative.low), Math.abs(relative.high)) < change
            ? "no"
            : "not settled";
      return {
        group: `${requests.workloadNames[key >> 2]} on ${PLATFORMS[key & 3]}`,
        rows: rows.length,
        medianMs: typical,
        msPerMb: slope,
        relative,
        depends,
      };
    });
    const flat = table.filter(({ depends }) => depends === "no");
    const open = table.filter(({ depends }) => depends === "not settled");
    const share = flat.length / table.length;
    const verdict = share >= failing ? "fail" : flat.length + open.length > 0 ? "warn" : "pass";
    return {
      verdict,
      value: share,
      evidence:
        `In ${flat.length} of ` +
        counted(table.length, "workload and platform", "workloads and platforms") +
        ` the execution time does not depend on the size (less than ${percent(change)} from the ` +
        "smallest to the largest)" +
        (flat.length > 0
          ? `: ${list(
              flat.map(({ group, relative }) => `${group} ${percentInterval(relative)}`),
              3,
            )}`
          : "") +
        (open.length > 0 ? `; ${count(open.length)} not settled` : "") +
        ".",
      advice:
        verdict === "pass"
          ? NOTHING_TO_DO
          : flat.length > 0
            ? "Let the handlers of " +
              list(
                flat.map(({ group }) => group),
                3,
              ) +
              " really work on their payload: as they are, its size can tell nothing about " +
              "their time."
            : "Collect more requests at the smallest and the largest size.",
      offenders: flat.map(({ group, rows }) => ({ label: group, count: rows })),
      table: {
        columns: [
          { key: "group", title: "work", format: "text" },
          { key: "rows", title: "requests", format: "count" },
          { key: "medianMs", title: "median (ms)", format: "ms" },
          { key: "msPerMb", title: "slope (ms per MiB)", format: "number" },
          { key: "relative", title: "change over the range of sizes", format: "share" },
          { key: "depends", title: "depends on size", format: "text" },
        ],
        rows: table,
      },
      figure: {
        kind: "dots",
        title: "Change of execution time from the smallest to the largest payload",
        xTitle: "change in per cent of the median time",
        yTitle: "work",
        format: ".0%",
        labels: table.map(({ group }) => group),
        intervals: table.map(({ relative }) => relative),
        references: [{ name: "enough to matter", value: change }],
      },
    };
  },
};
