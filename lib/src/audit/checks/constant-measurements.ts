import { PLATFORMS, worstVerdict } from "../../campaign/index.js";
import type { Requests } from "../../requests/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { counted, list, number, percent } from "../words.js";

const MEASUREMENTS = ["responseTimeMs", "executionTimeMs", "memoryUsedMb", "cpuPercent"] as const;
/** A constant time makes every label wrong; a constant gauge is only worthless. */
const TIMES: readonly string[] = ["responseTimeMs", "executionTimeMs"];

/** Measurements that never change, or repeat a setting: a field that says "measured" and is not. */
export const constantMeasurements: Check = {
  id: "constant-measurements",
  group: "consistency",
  question: "Are there measurements that do not vary?",
  needs: ["requests"],
  thresholds: { topShare: 0.95, rows: 100 },
  condition: ({ topShare, rows }) =>
    `no value with ${percent(topShare)} of the measurements of a workload on a platform (of ` +
    `${rows} requests or more); fail where it is a time`,
  run({ requests, answeredRows }, { topShare, rows: least }) {
    const kinds = new Map<number, number[]>();
    for (const row of answeredRows) {
      const kind = requests.workload[row] * 4 + requests.platform[row];
      const rows = kinds.get(kind);
      if (rows) rows.push(row);
      else kinds.set(kind, [row]);
    }
    const all = [...kinds]
      .filter(([, rows]) => rows.length >= least)
      .flatMap(([kind, rows]) =>
        MEASUREMENTS.map((field) => ({ kind, field, ...mostFrequent(requests, field, rows) })),
      );
    if (all.length === 0)
      return notApplicable(`No workload has ${least} answered requests on a platform.`);
    const constant = all
      .filter(({ share }) => share >= topShare)
      .map(({ kind, field, value, share, rows, limitShare }) => ({
        field,
        work: `${requests.workloadNames[kind >> 2]} on ${PLATFORMS[kind & 3]}`,
        value,
        share,
        rows,
        remark: limitShare >= topShare ? "equals the memory limit" : "constant",
        verdict: TIMES.includes(field) ? ("fail" as const) : ("warn" as const),
      }));
    return {
      verdict: worstVerdict(["pass", ...constant.map(({ verdict }) => verdict)]),
      value: constant.length,
      evidence:
        constant.length === 0
          ? `All ${counted(all.length, "measurement")} of a workload on a platform vary.`
          : `${counted(constant.length, "measurement")} of ${all.length} ` +
            `${constant.length === 1 ? "hardly varies" : "hardly vary"}: ` +
            list(
              constant.map(
                ({ field, work, value, remark }) =>
                  `${field} of ${work} (${number(value)}, ${remark})`,
              ),
              3,
            ) +
            ".",
      advice:
        constant.length === 0
          ? NOTHING_TO_DO
          : "Do not read these fields as measurements; log what the platform reports (Lambda: " +
            "Max Memory Used).",
      offenders: constant.map(({ field, work, rows }) => ({
        label: `${field} of ${work}`,
        count: rows,
      })),
      table: {
        columns: [
          { key: "field", title: "field", format: "text" },
          { key: "work", title: "work", format: "text" },
          { key: "value", title: "most frequent value", format: "number" },
          { key: "share", title: "its share", format: "share" },
          { key: "remark", title: "remark", format: "text" },
        ],
        rows: constant.map(({ field, work, value, share, remark }) => ({
          field,
          work,
          value,
          share,
          remark,
        })),
      },
    };
  },
};

/**
 * The most frequent value of a field among the rows that have it; share 0 where none has.
 * `limitShare`: how often it equals the memory limit.
 */
function mostFrequent(
  requests: Requests,
  field: (typeof MEASUREMENTS)[number],
  rows: readonly number[],
): { value: number; share: number; rows: number; limitShare: number } {
  const counts = new Map<number, number>();
  let known = 0;
  let atLimit = 0;
  for (const row of rows) {
    const value = requests[field][row];
    if (Number.isNaN(value)) continue;
    known++;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (field === "memoryUsedMb" && value === requests.memoryLimitMb[row]) atLimit++;
  }
  let value = NaN;
  let most = 0;
  for (const [candidate, n] of counts) if (n > most) [value, most] = [candidate, n];
  return {
    value,
    share: known > 0 ? most / known : 0,
    rows: known,
    limitShare: known > 0 ? atLimit / known : 0,
  };
}
