import { RequestSourceError } from "./error.js";
import type { Fault } from "./fields.js";
import type { QuarantinedLine } from "./requests.js";

/** A folder with more such lines than this holds something else than logs. */
const MOST_QUARANTINED_LINES = 2_000_000;
/** What quarantined lines may hold of memory together; of later ones only the beginning is kept. */
const MOST_KEPT_CHARACTERS = 1 << 28;
const CUT_CHARACTERS = 200;

/** Keeps the lines that are no records, each whole while there is room. */
export class SetAside {
  readonly lines: QuarantinedLine[] = [];
  private keptCharacters = 0;

  add(file: string, line: number, text: string, { field, reason }: Fault): void {
    if (this.lines.length === MOST_QUARANTINED_LINES)
      throw new RequestSourceError(
        `more than ${MOST_QUARANTINED_LINES} lines are no requests, the last at ${file}:${line} ` +
          `(${reason}): name the folder that holds the logs, and nothing else`,
      );
    const kept = this.keptCharacters + text.length <= MOST_KEPT_CHARACTERS;
    const raw = kept ? text : text.slice(0, CUT_CHARACTERS);
    this.keptCharacters += raw.length;
    const cut = raw.length < text.length ? ` (raw keeps ${raw.length} characters of it)` : "";
    this.lines.push({ file, line, field, reason: reason + cut, raw });
  }
}
