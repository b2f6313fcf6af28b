import { closeSync, openSync, readSync } from "node:fs";
import path from "node:path";
import { constants, gunzipSync } from "node:zlib";
import { InputError } from "../statistics/index.js";
import type { Columns } from "./column-mapping.js";
import { csvValues } from "./csv-records.js";
import type { LogRecord } from "./fields.js";
import {
  CSV,
  JSONL,
  READABLE_FORMATS,
  recognise,
  type Head,
  type LogFormat,
  type ReadableFormat,
} from "./formats/index.js";

/** What is known of logs before they are read. */
export interface FormatOptions {
  /** The format of every file; told from each one's first records unless given. */
  format?: ReadableFormat;
  columns?: Columns;
}

/** A name that says by itself that a file holds logs. */
export function isLogName(name: string): boolean {
  return /\.jsonl(\.gz)?$/.test(name);
}

/**
 * Endings of files in a folder that may hold logs, whatever wrote them: their first records tell. A
 * file that is named by itself may have any.
 */
export const LOG_ENDING = /\.(jsonl|ndjson|json|csv|tsv|jtl|log)(\.gz)?$|\.gz$/;

export function hasLogName(name: string): boolean {
  return LOG_ENDING.test(name);
}

/** The format of that id. Throws an InputError that names those there are. */
export function readableFormat(id: string): ReadableFormat {
  const format = READABLE_FORMATS.find((one) => one.id === id);
  if (format) return format;
  throw new InputError(
    `there is no log format "${id}"; there are ${READABLE_FORMATS.map((one) => one.id).join(", ")}`,
  );
}

/** Of a packed file less is read: it may unpack to a thousand times as much. */
const HEAD_BYTES = 1 << 15;
const PACKED_HEAD_BYTES = 1 << 14;
const HEAD_LINES = 20;

/**
 * The format that the first records of a file show; null where none does, or where it cannot be
 * read (which reading it will then say). JSON lines and CSV whose columns a mapping names are the
 * study's own.
 */
export function sniff(file: string, { format, columns }: FormatOptions = {}): LogFormat | null {
  if (format) return format;
  let head: Head;
  try {
    head = headOf(file);
  } catch {
    return null;
  }
  const found = recognise(head);
  if (found || !columns) return found;
  const time = columns.columnOf("timestamp") ?? "timestamp";
  const response = columns.columnOf("response_time_ms") ?? "response_time_ms";
  if (head.objects.length > 0 && head.objects.length === head.lines.length) return JSONL;
  return head.header.includes(time) && head.header.includes(response) ? CSV : null;
}

/** The first records of a file. Throws where it cannot be opened or unpacked. */
export function headOf(file: string): Head {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    const length = readSync(handle, bytes, 0, HEAD_BYTES, 0);
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = packed
      ? gunzipSync(bytes.subarray(0, Math.min(length, PACKED_HEAD_BYTES)), {
          finishFlush: constants.Z_SYNC_FLUSH,
        }).toString("utf8", 0, HEAD_BYTES)
      : bytes.toString("utf8", 0, length);
    return headOfText(text, text.length < HEAD_BYTES && (!packed || length < PACKED_HEAD_BYTES));
  } finally {
    closeSync(handle);
  }
}

/**
 * The same of the beginning of a text; where it is not the whole of it, its last line may be cut.
 */
export function headOfText(beginning: string, isWhole = true): Head {
  const text = beginning.replace(/^\ufeff/, "");
  const all = text.split(/\r?\n/);
  if (!isWhole && all.length > 1) all.pop();
  const lines = all.filter((line) => line.trim() !== "").slice(0, HEAD_LINES);
  const objects = lines.map(objectOf).filter((one) => one !== null);
  const header = lines.length > 0 && objects.length === 0 ? csvValues(lines[0]) : [];
  return { text, lines, objects, header: header.length > 1 ? header : [] };
}

function objectOf(line: string): LogRecord | null {
  if (!line.startsWith("{")) return null;
  try {
    return JSON.parse(line) as LogRecord;
  } catch {
    return null;
  }
}

/** Why a file is not read: what it is, or what its columns are. */
export function whyNot(file: string, format: LogFormat | null): string {
  if (format?.side === "none") return format.refusal;
  const formats = READABLE_FORMATS.map((one) => one.id).join(", ");
  const names = columnNames(file);
  const known = `no format is recognised in its first records (there are ${formats})`;
  if (names.length === 0) return `${known}: see README, Logs`;
  return (
    `${known}; it has the columns ${names.join(", ")}: name those that the study needs, e.g. ` +
    `--map response_time_ms=COLUMN, or have \`study init\` look at it`
  );
}

const MOST_NAMES = 30;

function columnNames(file: string): readonly string[] {
  try {
    const { header, objects } = headOf(file);
    const names = objects.length > 0 ? Object.keys(objects[0]) : header;
    return names.every((name) => /^[\w .()[\]%/-]{1,60}$/.test(name))
      ? names.slice(0, MOST_NAMES)
      : [];
  } catch {
    return [];
  }
}

const SHOWN_NAMES = 3;

/** What a folder without logs holds, and what to do about it. */
export function whatIsThere(root: string, others: readonly string[]): string {
  if (others.length === 0) return "name the folder that holds the logs";
  const shown = others.slice(0, SHOWN_NAMES).join(", ");
  const more = others.length > SHOWN_NAMES ? ` and ${others.length - SHOWN_NAMES} more` : "";
  const why = others
    .filter(hasLogName)
    .slice(0, SHOWN_NAMES)
    .map((name) => {
      const file = path.join(root, name);
      return `${name}: ${whyNot(file, sniff(file))}`;
    });
  return [`found ${shown}${more}; see README, Logs, for what is read`, ...why].join(". ");
}

/**
 * A line of text on each file that lies beside the logs and is none: what it is where that is
 * known, and the tables and result files of which nothing is known.
 */
export function notesOn(root: string, others: readonly string[]): string[] {
  return others.filter(hasLogName).flatMap((name) => {
    const file = path.join(root, name);
    const format = sniff(file);
    if (format === null && !/\.(csv|tsv|jtl|ndjson)(\.gz)?$/.test(name)) return [];
    return [`${name} was passed over: ${whyNot(file, format)}`];
  });
}
