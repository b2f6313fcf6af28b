import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { PLATFORMS } from "../campaign/index.js";
import { hourOfDay } from "./cells.js";
import { csvValues } from "./csv-records.js";
import type { LogRecord } from "./fields.js";
import { CSV, JSONL, type Head } from "./formats/index.js";
import { guessColumns, mappingOf, type GuessedColumns } from "./guess-columns.js";
import { readRequests, type RequestLog } from "./read-requests.js";
import { MISSING } from "./requests.js";
import { patternNames, windowNames } from "./scenarios.js";
import { hasLogName, headOf, sniff } from "./sniff.js";

/** What logs hold, as far as it can be told by looking at them. */
export interface LogInspection {
  /** Id of their format, or of those that were found. */
  formats: string[];
  /** Of columns that speak another language; empty where the format says which is which. */
  columns: GuessedColumns;
  log: RequestLog;
  workloads: InspectedWorkload[];
  /** As the logs name them, in the order of their codes. */
  windows: InspectedWindow[];
  patterns: string[];
}

export interface InspectedWindow {
  name: string;
  rows: number;
  /** Hours of the day (UTC) in which its requests were sent, ascending. */
  hoursUtc: number[];
}

export interface InspectedWorkload {
  name: string;
  rows: number;
  /** Rows of each platform that has any; "unknown" where none is named. */
  platforms: Record<string, number>;
  /** Sizes in KiB, ascending, as the study names them; null among them where one is not logged. */
  payloadKb: (number | null)[];
  /** Lambda memory in the logs, MB, ascending. */
  lambdaMemoryMb: number[];
}

/**
 * Looks at a folder or file of logs: their format, the columns that probably hold the study's
 * fields, and, read that way, the workloads. Throws RequestSourceError where nothing there can be
 * read at all.
 */
export async function inspectLogs(source: string): Promise<LogInspection> {
  const head = source.startsWith("s3://") ? null : firstHead(path.resolve(source));
  const columns: GuessedColumns =
    head === null ? { guesses: [], missing: [], unused: [] } : guessColumns(recordsOf(head.head));
  const mapping = mappingOf(columns.guesses);
  const log = await readRequests(source, { columns: mapping });
  return {
    formats: log.formats.map(({ format }) => format),
    columns,
    log,
    workloads: inspectWorkloads(log),
    windows: inspectWindows(log),
    patterns: patternNames(log.requests).filter((_, code) =>
      log.requests.loadPattern.includes(code),
    ),
  };
}

/** The first file that speaks a language of its own: JSON lines or CSV of no tool that is known. */
function firstHead(root: string): { file: string; head: Head } | null {
  const files = statSync(root, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter(hasLogName)
        .sort()
        .map((name) => path.join(root, name))
    : [root];
  for (const file of files) {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const format = sniff(file);
    if (format !== null && format !== JSONL && format !== CSV) continue;
    const head = headOf(file);
    if (head.objects.length > 0 || (head.header.length > 1 && head.lines.length > 1))
      return { file, head };
  }
  return null;
}

/** The first records of a file as keys and values. */
function recordsOf({ objects, header, lines }: Head): LogRecord[] {
  if (objects.length > 0) return [...objects];
  return lines.slice(1).flatMap((line) => {
    const values = csvValues(line);
    return values.length === header.length
      ? [Object.fromEntries(header.map((name, i) => [name, values[i]]))]
      : [];
  });
}

function inspectWindows({ requests }: RequestLog): InspectedWindow[] {
  const { timeWindow, rowCount } = requests;
  const hours = hourOfDay(requests);
  const found = windowNames(requests).map((name) => ({ name, rows: 0, hours: new Set<number>() }));
  for (let row = 0; row < rowCount; row++) {
    if (timeWindow[row] === MISSING) continue;
    found[timeWindow[row]].rows++;
    found[timeWindow[row]].hours.add(hours[row]);
  }
  return found.flatMap(({ hours: at, ...one }) =>
    one.rows > 0 ? [{ ...one, hoursUtc: [...at].sort((a, b) => a - b) }] : [],
  );
}

function inspectWorkloads({ requests }: RequestLog): InspectedWorkload[] {
  const { workload, workloadNames, platform, payloadKb, memoryLimitMb, rowCount } = requests;
  const found = new Map<string, InspectedWorkload & { sizes: Set<number>; memory: Set<number> }>();
  for (let row = 0; row < rowCount; row++) {
    const name = workloadNames[workload[row]] ?? "unknown";
    let one = found.get(name);
    if (!one) {
      const none = { rows: 0, platforms: {}, payloadKb: [], lambdaMemoryMb: [] };
      one = { name, ...none, sizes: new Set(), memory: new Set() };
      found.set(name, one);
    }
    one.rows++;
    const on = PLATFORMS[platform[row]] ?? "unknown";
    one.platforms[on] = (one.platforms[on] ?? 0) + 1;
    one.sizes.add(payloadKb[row]);
    if (on === "lambda" && !Number.isNaN(memoryLimitMb[row])) one.memory.add(memoryLimitMb[row]);
  }
  return [...found.values()]
    .sort((a, b) => b.rows - a.rows)
    .map(({ sizes, memory, ...one }) => ({
      ...one,
      payloadKb: [
        ...(sizes.has(NaN) ? [null] : []),
        ...[...sizes].filter((kb) => !Number.isNaN(kb)).sort((a, b) => a - b),
      ],
      lambdaMemoryMb: [...memory].sort((a, b) => a - b),
    }));
}
