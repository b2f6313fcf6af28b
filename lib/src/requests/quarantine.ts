import { open } from "node:fs/promises";
import path from "node:path";
import { asWriteError, makeFolder } from "../files/index.js";
import type { QuarantinedLine } from "./requests.js";

/**
 * Writes quarantined lines as JSONL, one object `{file, line, field, reason, raw}` each, replacing
 * what was there; no lines make an empty file. Missing folders are made.
 */
export async function writeQuarantine(
  file: string,
  lines: readonly QuarantinedLine[],
): Promise<void> {
  makeFolder(path.dirname(file));
  try {
    const handle = await open(file, "w");
    try {
      // One by one: a single line may hold a mebibyte.
      for (const { file: log, line, field, reason, raw } of lines) {
        await handle.write(JSON.stringify({ file: log, line, field, reason, raw }) + "\n");
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asWriteError(file, error);
  }
}

/** A reason for which lines were quarantined. */
export interface QuarantineReason {
  field: string | null;
  /** Lines at fault for it. */
  lines: number;
  /** Of the first of them, which stands at `file` and `line` and begins with `raw`. */
  reason: string;
  file: string;
  line: number;
  raw: string;
}

/** Characters of an example line that are shown. */
const SHOWN_CHARACTERS = 160;

/**
 * The commonest reasons, at most `most`, with the number of lines and the first of them. Lines with
 * the same field at fault count as one reason, whatever stood in it.
 */
export function commonReasons(
  quarantined: readonly QuarantinedLine[],
  most = 3,
): QuarantineReason[] {
  const byReason = new Map<string, QuarantineReason>();
  for (const { file, line, field, reason, raw } of quarantined) {
    const kind = field ?? reason.replace(/\d+/g, "");
    const known = byReason.get(kind);
    if (known) known.lines++;
    else
      byReason.set(kind, {
        field,
        lines: 1,
        reason,
        file,
        line,
        raw: raw.length > SHOWN_CHARACTERS ? `${raw.slice(0, SHOWN_CHARACTERS)}…` : raw,
      });
  }
  return [...byReason.values()].sort((a, b) => b.lines - a.lines).slice(0, most);
}

/**
 * How many lines of how many are no requests, and the commonest reasons with an example each, a
 * line of text for each. None where nothing is quarantined.
 */
export function quarantineInWords(log: {
  quarantined: readonly QuarantinedLine[];
  totals: { lines: number };
}): string[] {
  const count = (value: number): string => value.toLocaleString("en-US");
  if (log.quarantined.length === 0) return [];
  return [
    `${count(log.quarantined.length)} of ${count(log.totals.lines)} lines are no requests; the ` +
      "commonest reasons:",
    ...commonReasons(log.quarantined).map(
      ({ lines, reason, file, line, raw }) =>
        `  ${count(lines)} x ${reason}\n    first in ${file}, line ${line}: ${raw}`,
    ),
  ];
}
