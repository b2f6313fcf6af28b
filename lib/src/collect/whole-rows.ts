/**
 * Bytes at the start of a log that were written whole. A process that was killed while it wrote may
 * have left a line without its end, or of a pair, whose halves are written at once, only the first
 * row: both are no rows yet.
 */
export function wholeBytes(log: Buffer): number {
  const end = log.lastIndexOf(LINE_FEED) + 1;
  const last = lineBefore(log, end);
  const pair = pairOf(log, last);
  if (pair === null) return end;
  return pairOf(log, lineBefore(log, last.start)) === pair ? end : last.start;
}

const LINE_FEED = 10;

interface Line {
  start: number;
  end: number;
}

/** The line that ends at `end`, its line feed included; an empty one at the start of the log. */
function lineBefore(log: Buffer, end: number): Line {
  return { start: end < 2 ? 0 : log.lastIndexOf(LINE_FEED, end - 2) + 1, end };
}

/** The pair that a row is half of; null for one that is none, and for what is no row. */
function pairOf(log: Buffer, { start, end }: Line): string | null {
  try {
    const { pair_id: id } = JSON.parse(log.toString("utf8", start, end)) as { pair_id?: unknown };
    return typeof id === "string" ? id : null;
  } catch {
    return null;
  }
}
