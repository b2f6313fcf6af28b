import {
  commonReasons,
  quarantineInWords,
  readRequests,
  type RequestLog,
} from "../requests/index.js";
import type { QuarantineReason } from "../requests/index.js";
import { say, UsageError } from "./command.js";

/** What `--json` says of lines that are no requests. */
export interface QuarantineJson {
  quarantined: number;
  /** The commonest reasons, each with its first line. */
  reasons: QuarantineReason[];
}

export function quarantineJson({ quarantined }: RequestLog): QuarantineJson {
  return { quarantined: quarantined.length, reasons: commonReasons(quarantined) };
}

/**
 * Reads the logs a command was given. What was odd about a file is told on standard error. Where
 * no line is a request the commonest reasons are told there, `withoutRows` prints what `--json`
 * wants, and a UsageError ends the command: there is nothing to speak of.
 */
export async function readLogs(
  source: string,
  withoutRows?: (log: RequestLog) => void,
): Promise<RequestLog> {
  const log = await readRequests(source);
  for (const note of log.notes) say(note);
  if (log.requests.rowCount > 0) return log;
  for (const line of quarantineInWords(log)) say(line);
  withoutRows?.(log);
  throw new UsageError(
    log.totals.lines === 0
      ? `${source} holds no line at all: its files are empty`
      : `${source} holds no request: none of its ${log.totals.lines} lines can be read as one`,
  );
}
