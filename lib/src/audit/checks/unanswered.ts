import { MISSING } from "../../requests/index.js";
import { NOTHING_TO_DO, type Check } from "../check.js";
import { shareOf } from "../judge.js";
import { count, counted, list, percent, percentInterval } from "../words.js";

/** Requests that got no usable answer: no platform, no status, or anything but a 2xx. */
export const unanswered: Check = {
  id: "unanswered",
  group: "design",
  question: "How many requests never got an answer?",
  needs: ["requests"],
  thresholds: { warn: 0.001, fail: 0.01 },
  condition: ({ warn, fail }) =>
    `at most ${percent(warn)} of the requests (fail: certainly above ${percent(fail)})`,
  run({ requests, answeredRows, runs }, { warn, fail }) {
    const ok = new Uint8Array(requests.rowCount);
    for (const row of answeredRows) ok[row] = 1;
    const failed = requests.rowCount - answeredRows.length;
    const share = shareOf(failed, requests.rowCount);
    const minutes = new Map<number, number>();
    const statuses = new Map<number, number>();
    const byWorkload = new Map<string, { rows: number; failed: number }>();
    for (let row = 0; row < requests.rowCount; row++) {
      const workload =
        requests.workload[row] === MISSING
          ? "unknown workload"
          : requests.workloadNames[requests.workload[row]];
      const entry = byWorkload.get(workload) ?? { rows: 0, failed: 0 };
      byWorkload.set(workload, { rows: entry.rows + 1, failed: entry.failed + 1 - ok[row] });
      if (ok[row]) continue;
      const minute = Math.floor(requests.timestampMs[row] / 60_000);
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
      statuses.set(requests.httpStatus[row], (statuses.get(requests.httpStatus[row]) ?? 0) + 1);
    }
    const worstMinutes = [...minutes.values()].sort((a, b) => b - a);
    const inWorst = worstMinutes.slice(0, 3).reduce((a, b) => a + b, 0);
    const ofRun = runs
      .map(({ name, rows }) => ({
        label: name,
        count: rows.reduce((sum, row) => sum + 1 - ok[row], 0),
      }))
      .filter((run) => run.count > 0);
    const verdict = share.low > fail ? "fail" : share.estimate > warn ? "warn" : "pass";
    return {
      verdict,
      value: share.estimate,
      interval: share,
      evidence:
        failed === 0
          ? `All ${counted(requests.rowCount, "request")} were answered; requests the load ` +
            "generator never logged would not show."
          : `${count(failed)} of ${counted(requests.rowCount, "request")} were not answered: ` +
            `${percentInterval(share)} (` +
            list(
              [...statuses]
                .sort((a, b) => b[1] - a[1])
                .map(
                  ([status, n]) =>
                    `${count(n)} with ${status === 0 ? "no status" : `HTTP ${status}`}`,
                ),
            ) +
            `); ${percent(inWorst / failed)} of them fell in ` +
            `${counted(Math.min(3, worstMinutes.length), "minute")}.`,
      advice:
        verdict === "pass"
          ? NOTHING_TO_DO
          : "Keep failures as outcomes of their own: look at what happened in those minutes, " +
            "and never label them by leaving them out.",
      offenders: ofRun,
      table: {
        columns: [
          { key: "workload", title: "workload", format: "text" },
          { key: "rows", title: "requests", format: "count" },
          { key: "failed", title: "not answered", format: "count" },
          { key: "share", title: "share", format: "share" },
        ],
        rows: [...byWorkload].map(([workload, entry]) => ({
          workload,
          ...entry,
          share: shareOf(entry.failed, entry.rows, byWorkload.size),
        })),
      },
    };
  },
};
