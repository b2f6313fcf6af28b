import { codeRows, type RowCodes } from "../statistics/index.js";
import { MISSING, type Requests } from "./requests.js";
import { patternNames, windowNames } from "./scenarios.js";

/** What a context cell may be made of: everything known before routing. Hours are UTC. */
export const CELL_KEYS = ["workload", "payload", "window", "pattern", "hour"] as const;
export type CellKey = (typeof CELL_KEYS)[number];

/**
 * The context cell (docs/GLOSSARY.md): one combination of workload, payload size, window and
 * pattern.
 */
export const CONTEXT_CELL: readonly CellKey[] = ["workload", "payload", "window", "pattern"];

/** Requests grouped into cells, with the cells' names. */
export interface Cells extends RowCodes {
  keys: readonly CellKey[];
  /** Name of a cell, e.g. "thumbnail_processing, 200 KiB, midday, medium_load". */
  name(cell: number): string;
  /** The same as one value a key, in the order of `keys`. */
  parts(cell: number): string[];
}

/** Groups all requests by the given keys. An empty list makes one cell of everything. */
export function groupIntoCells(requests: Requests, keys: readonly CellKey[] = CONTEXT_CELL): Cells {
  const columns = keys.map((key) => cellColumn(requests, key));
  const codes = codeRows(columns, requests.rowCount);
  const parts = (cell: number): string[] =>
    keys.map((key, k) => describe(requests, key, columns[k][codes.firstRow[cell]]));
  return { ...codes, keys, parts, name: (cell) => parts(cell).join(", ") || "all requests" };
}

/** Hour of the day (0-23, UTC) in which each request was logged. */
export function hourOfDay(requests: Requests): Uint8Array {
  // A plain loop: the callback of `from` takes ten times as long, and there may be ten million
  // rows.
  const { rowCount, timestampMs } = requests;
  const hour = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++)
    hour[row] = Math.floor(timestampMs[row] / 3_600_000) % 24;
  return hour;
}

/** Day of the week (UTC), Monday = 0 as in Python. */
export function dayOfWeek(requests: Requests): Uint8Array {
  // 1 January 1970 was a Thursday.
  const { rowCount, timestampMs } = requests;
  const day = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++)
    day[row] = (Math.floor(timestampMs[row] / 86_400_000) + 3) % 7;
  return day;
}

function cellColumn(requests: Requests, key: CellKey): ArrayLike<number> {
  switch (key) {
    case "workload":
      return requests.workload;
    case "payload":
      return requests.payloadKb;
    case "window":
      return requests.timeWindow;
    case "pattern":
      return requests.loadPattern;
    case "hour":
      return hourOfDay(requests);
  }
}

function describe(requests: Requests, key: CellKey, value: number): string {
  switch (key) {
    case "workload":
      return value === MISSING ? "unknown workload" : requests.workloadNames[value];
    case "payload":
      return Number.isNaN(value) ? "unknown size" : `${value} KiB`;
    case "window":
      return value === MISSING ? "window not logged" : windowNames(requests)[value];
    case "pattern":
      return value === MISSING ? "pattern not logged" : patternNames(requests)[value];
    case "hour":
      return `${String(value).padStart(2, "0")} h`;
  }
}
