import { OTHER_WINDOW, timeWindowOfHour, type WindowHours } from "../../campaign/index.js";
import { MISSING, windowsOf } from "../../requests/index.js";
import { NOTHING_TO_DO, notApplicable, PLANNED_CLOCK, type Check } from "../check.js";
import { count, counted, list, percent } from "../words.js";

const HALF_HOUR_MS = 30 * 60_000;

/** Logged windows against the time stamps, in every time zone on the half hour. */
export const windowsClock: Check = {
  id: "windows-clock",
  group: "consistency",
  question: "Do the logged windows agree with the time stamps in any one time zone?",
  needs: ["requests"],
  thresholds: { rows: 0.98, least: 0.9 },
  condition: ({ rows, least }) =>
    `${percent(rows)} of the requests lie in their window at the best offset (fail: below ` +
    `${percent(least)})`,
  run({ requests, runs }, { rows, least }) {
    if (requests.provenance.local) return notApplicable(PLANNED_CLOCK);
    // Half hours suffice: windows begin and end on the hour.
    const all = windowsOf(requests);
    const isTimed = all.map(({ name, hours }) => hours !== undefined || name === OTHER_WINDOW);
    const untimedNames = all.filter((_, code) => !isTimed[code]).map(({ name }) => name);
    const slots = new Float64Array(48 * all.length);
    let untimed = 0;
    let logged = 0;
    for (let row = 0; row < requests.rowCount; row++) {
      if (requests.timeWindow[row] === MISSING) continue;
      if (!isTimed[requests.timeWindow[row]]) {
        untimed++;
        continue;
      }
      logged++;
      slots[
        requests.timeWindow[row] * 48 + (Math.floor(requests.timestampMs[row] / HALF_HOUR_MS) % 48)
      ]++;
    }
    if (logged === 0 && untimed > 0)
      return notApplicable(
        `No one said which hours belong to ${list(untimedNames, 4)}.`,
        "Say it in the study file: windows: [{ name: NAME, from: 6, to: 12 }], in local hours.",
      );
    if (logged === 0)
      return notApplicable("No request names its window.", "Log the window with each request.");
    const offsets = Array.from({ length: 53 }, (_, i) => (i - 24) / 2);
    const shares = offsets.map(
      (offset) =>
        slots.reduce(
          (sum, n, i) =>
            sum + (windowOf((i % 48) / 2 + offset, all) === all[Math.floor(i / 48)].name ? n : 0),
          0,
        ) / logged,
    );
    const best = shares.reduce(
      (b, share, i) =>
        share > shares[b] || (share === shares[b] && Math.abs(offsets[i]) < Math.abs(offsets[b]))
          ? i
          : b,
      0,
    );
    const atUtc = shares[offsets.indexOf(0)];
    const table = runs
      .filter(({ window }) => isTimed[window])
      .map((run) => {
        const local = (ms: number): string => clock(ms + offsets[best] * 2 * HALF_HOUR_MS);
        const inside = run.rows.reduce(
          (sum, row) =>
            sum +
            Number(
              windowOf(
                ((requests.timestampMs[row] / (2 * HALF_HOUR_MS)) % 24) + offsets[best],
                all,
              ) === all[run.window].name,
            ),
          0,
        );
        return {
          run: run.name,
          requests: run.rows.length,
          utc: `${clock(run.startMs)}-${clock(run.endMs)}`,
          local: `${local(run.startMs)}-${local(run.endMs)}`,
          inside: inside / run.rows.length,
        };
      });
    const outside = table.filter(({ inside }) => inside < rows);
    const verdict = shares[best] >= rows ? "pass" : shares[best] >= least ? "warn" : "fail";
    return {
      verdict,
      value: shares[best],
      evidence:
        `At the best offset, ${zone(offsets[best])}, ${percent(shares[best])} of ` +
        `${count(logged)} requests lie in the window they name (taken as UTC: ${percent(atUtc)})` +
        (outside.length > 0
          ? `; ${list(
              outside.map((run) => `${run.run} ran at ${run.local} there`),
              3,
            )}`
          : "") +
        ".",
      advice:
        verdict === "pass"
          ? offsets[best] === 0
            ? NOTHING_TO_DO
            : `Read hours as ${zone(offsets[best])} before making features of them.`
          : "Make the window from the time stamp and one stated time zone; do not train on the " +
            `logged name: ${counted(outside.length, "run")} ` +
            `${outside.length === 1 ? "carries" : "carry"} a wrong one.`,
      offenders: outside.map(({ run, requests: n, inside }) => ({
        label: run,
        count: Math.round(n * (1 - inside)),
      })),
      table: {
        columns: [
          { key: "run", title: "run as logged", format: "text" },
          { key: "requests", title: "requests", format: "count" },
          { key: "utc", title: "UTC", format: "text" },
          { key: "local", title: `at ${zone(offsets[best])}`, format: "text" },
          { key: "inside", title: "in its window", format: "share" },
        ],
        rows: table,
      },
      figure: {
        kind: "line",
        title: "Requests in the window they name, by time zone",
        xTitle: "local time minus UTC (h)",
        yTitle: "share of the requests",
        format: ".0%",
        x: offsets,
        series: [{ name: "in their window", values: shares }],
      },
    };
  },
};

function windowOf(hour: number, windows: readonly WindowHours[]): string {
  return timeWindowOfHour(Math.floor((hour + 48) % 24), windows);
}

function clock(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16);
}

function zone(offset: number): string {
  const hours = Math.floor(Math.abs(offset));
  return `UTC${offset < 0 ? "-" : "+"}${hours}${Math.abs(offset) > hours ? ":30" : ""}`;
}
