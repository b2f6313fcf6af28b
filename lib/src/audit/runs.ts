import { patternNames, windowNames, type Requests } from "../requests/index.js";

/** One load test as the logs show it: requests of one window and pattern without a long pause. */
export interface Run {
  /** "midday, medium_load", with a number where there are several. */
  name: string;
  window: number;
  pattern: number;
  /** Its rows in the order of time. */
  rows: Uint32Array;
  startMs: number;
  endMs: number;
}

/** A pause of this length ends a run. */
const PAUSE_MS = 30 * 60_000;

/**
 * The runs of a campaign, in the order of their starts. Where the logs name neither window nor
 * pattern, pauses alone part them.
 */
export function findRuns(requests: Requests): Run[] {
  const { rowCount, timestampMs, timeWindow, loadPattern } = requests;
  const order = Uint32Array.from({ length: rowCount }, (_, row) => row).sort(
    (a, b) => timestampMs[a] - timestampMs[b] || a - b,
  );
  const open = new Map<number, number[]>();
  const closed: number[][] = [];
  for (const row of order) {
    const key = timeWindow[row] * 256 + loadPattern[row];
    let rows = open.get(key);
    if (rows && timestampMs[row] - timestampMs[rows[rows.length - 1]] > PAUSE_MS) {
      closed.push(rows);
      rows = undefined;
    }
    if (rows) rows.push(row);
    else open.set(key, [row]);
  }
  const all = [...closed, ...open.values()].sort((a, b) => timestampMs[a[0]] - timestampMs[b[0]]);
  const seen = new Map<string, number>();
  const names = all.map(([row]) => {
    const name = runName(requests, row);
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return { name, number };
  });
  return all.map((rows, i) => ({
    name: seen.get(names[i].name)! > 1 ? `${names[i].name} (${names[i].number})` : names[i].name,
    window: timeWindow[rows[0]],
    pattern: loadPattern[rows[0]],
    rows: Uint32Array.from(rows),
    startMs: timestampMs[rows[0]],
    endMs: timestampMs[rows[rows.length - 1]],
  }));
}

function runName(requests: Requests, row: number): string {
  const names = [
    windowNames(requests)[requests.timeWindow[row]] ?? "",
    patternNames(requests)[requests.loadPattern[row]] ?? "",
  ].filter((name) => name !== "");
  return names.join(", ") || "requests without a named run";
}

/** Requests a minute of a run: one entry a whole minute, the started last one left out. */
export function requestsPerMinute(run: Run, timestampMs: Float64Array): Float64Array {
  const minutes = Math.floor((run.endMs - run.startMs) / 60_000);
  const perMinute = new Float64Array(minutes);
  for (const row of run.rows) {
    const minute = Math.floor((timestampMs[row] - run.startMs) / 60_000);
    if (minute < minutes) perMinute[minute]++;
  }
  return perMinute;
}
