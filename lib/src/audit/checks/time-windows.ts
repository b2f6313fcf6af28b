import {
  gateThresholds,
  OTHER_WINDOW,
  timeWindowOfHour,
  type WindowHours,
} from "../../campaign/index.js";
import { dayOfWeek, hourOfDay, MISSING, windowsOf } from "../../requests/index.js";
import { NOTHING_TO_DO, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { counted, list } from "../words.js";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * Windows, hours and weekdays the requests cover. Where no window was logged, the most that the
 * hours could cover in any time zone.
 */
export const timeWindows: Check = {
  id: "time-windows",
  group: "variance",
  question: "How many time windows do the requests cover?",
  needs: ["requests"],
  thresholds: { ...gateThresholds("time-windows"), rows: 30 },
  condition: ({ windows, rows }) => `${windows} or more with ${rows} requests each`,
  run({ requests }, { windows, rows }) {
    const all = windowsOf(requests);
    const known = all.map(({ name }) => name).filter((name) => name !== OTHER_WINDOW);
    const hours = new Float64Array(24);
    const days = new Float64Array(7);
    const logged = new Float64Array(all.length);
    const hourOf = hourOfDay(requests);
    const dayOf = dayOfWeek(requests);
    for (let row = 0; row < requests.rowCount; row++) {
      hours[hourOf[row]]++;
      days[dayOf[row]]++;
      if (requests.timeWindow[row] !== MISSING) logged[requests.timeWindow[row]]++;
    }
    const isLogged = logged.some((n) => n > 0);
    const best = bestCoverage(hours, rows, all);
    const covered = isLogged
      ? known.filter((name) => logged[all.findIndex((one) => one.name === name)] >= rows)
      : best.windows;
    const absent = known.filter((window) => !covered.includes(window));
    const elsewhere = absent.length > 0 ? `in ${list(absent, 5)}` : "at other times of the day";
    const usedHours = hours.reduce((sum, n) => sum + Number(n > 0), 0);
    const usedDays = DAYS.filter((_, day) => days[day] > 0);
    const where = isLogged
      ? `The log names ${counted(covered.length, "window")}`
      : "The log names no window; in the kindest time zone " +
        `(UTC${best.offset < 0 ? "" : "+"}${best.offset}) its hours touch ` +
        `${counted(covered.length, "window")}`;
    return {
      verdict: judgeSteps(windows - covered.length, 0, 0),
      value: covered.length,
      evidence:
        `${where} (${list(covered, 6) || "none"}) over ${counted(usedHours, "hour")} of the ` +
        `day and ${counted(usedDays.length, "weekday")} (${list(usedDays, 7)}, UTC).`,
      advice:
        covered.length >= windows
          ? NOTHING_TO_DO
          : `Collect ${elsewhere} too: cold starts and load change with the hour.`,
      offenders: absent.map((label) => ({ label, count: 0 })),
      table: {
        columns: [
          { key: "hour", title: "hour (UTC)", format: "count" },
          { key: "requests", title: "requests", format: "count" },
        ],
        rows: Array.from(hours, (requestCount, hour) => ({ hour, requests: requestCount })).filter(
          ({ requests: n }) => n > 0,
        ),
      },
      figure: {
        kind: "bar",
        title: "Requests by hour of the day",
        xTitle: "hour of the day (UTC)",
        yTitle: "requests",
        categories: Array.from(hours, (_, hour) => String(hour).padStart(2, "0")),
        series: [{ name: "requests", values: [...hours] }],
      },
    };
  },
};

/** The whole-hour offset under which the hours touch the most windows with enough requests. */
function bestCoverage(
  hours: Float64Array,
  rows: number,
  known: readonly WindowHours[],
): { offset: number; windows: string[] } {
  let best = { offset: 0, windows: [] as string[] };
  for (let offset = -12; offset <= 14; offset++) {
    const inWindow = new Map<string, number>();
    hours.forEach((n, hour) => {
      const window = timeWindowOfHour((hour + offset + 24) % 24, known);
      if (window !== OTHER_WINDOW) inWindow.set(window, (inWindow.get(window) ?? 0) + n);
    });
    const windows = [...inWindow].filter(([, n]) => n >= rows).map(([window]) => window);
    if (windows.length > best.windows.length) best = { offset, windows };
  }
  return best;
}
