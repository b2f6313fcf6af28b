import { isAscii, isUtf8 } from "node:buffer";
import { GrowingColumns, REQUEST_COLUMNS, type RequestColumns } from "./columns.js";
import { RequestSourceError } from "./error.js";
import { FieldTypeCounter, type FieldTypes } from "./field-types.js";
import { likelyField } from "./likely-field.js";
import { LONGEST_RECORD_BYTES } from "./lines.js";
import type { Fault, LogRecord } from "./fields.js";
import { readRecord } from "./record.js";
import { namePayloads } from "./payload.js";
import type { QuarantinedLine, Requests } from "./requests.js";
import { WorkloadCodes } from "./workload-codes.js";

/** Sees each record that became a row, in order, and where it stands (file:line). */
export type RecordWatcher = (record: LogRecord, place: string) => void;

/** A folder with more such lines than this holds something else than logs. */
const MOST_QUARANTINED_LINES = 2_000_000;
/** What quarantined lines may hold of memory together; of later ones only the beginning is kept. */
const MOST_KEPT_CHARACTERS = 1 << 28;
const CUT_CHARACTERS = 200;

/** Turns lines into rows and quarantined lines, file after file. */
export class LineReader {
  readonly quarantined: QuarantinedLine[] = [];
  readonly totals = { emptyFiles: 0, lines: 0, blankLines: 0, rows: 0, quarantined: 0 };
  private readonly columns = new GrowingColumns<RequestColumns>(REQUEST_COLUMNS);
  private readonly workloads = new WorkloadCodes();
  private readonly types = new FieldTypeCounter();
  private readonly files: string[] = [];
  private line = 0;
  private linesBefore = 0;
  private simulated: boolean | null = null;
  private local = false;
  private firstPlace = "";
  private keptCharacters = 0;

  constructor(private readonly watch?: RecordWatcher) {}

  beginFile(name: string): void {
    this.files.push(name);
    this.line = 0;
    this.linesBefore = this.totals.lines;
  }

  endFile(): void {
    if (this.totals.lines === this.linesBefore) this.totals.emptyFiles++;
  }

  /**
   * One line without its line end; `length` is its true length, of which `bytes` may be the
   * beginning.
   */
  readLine(bytes: Buffer, length: number): void {
    if (++this.line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      // A byte order mark, as some editors put before the first line.
      bytes = bytes.subarray(3);
      length -= 3;
    }
    const readable = isAscii(bytes) || isUtf8(bytes);
    // As Latin-1 every byte stays what it was.
    const text = bytes.toString(readable ? "utf8" : "latin1");
    if (length > LONGEST_RECORD_BYTES) {
      const kept = bytes.length < length ? `, of which raw keeps the first ${bytes.length}` : "";
      this.setAside(text, {
        field: null,
        reason: `the line has ${length} bytes${kept}: a request has at most ${LONGEST_RECORD_BYTES}`,
      });
    } else if (!readable) {
      this.setAside(text, {
        field: null,
        reason: "the line is not valid UTF-8 (raw holds its bytes as Latin-1)",
      });
    } else if (BLANK.test(text)) {
      this.totals.blankLines++;
    } else {
      this.readText(text);
    }
  }

  private readText(text: string): void {
    let record: LogRecord;
    try {
      record = JSON.parse(text) as LogRecord;
    } catch (error) {
      return this.setAside(text, { field: null, reason: jsonFault(error as Error) });
    }
    if (typeof record !== "object" || record === null || Array.isArray(record)) {
      return this.setAside(text, { field: null, reason: "the line is not a JSON object" });
    }
    const { block, row } = this.columns;
    const fault = readRecord(record, block, row, this.workloads);
    if (fault) return this.setAside(text, withHint(fault, record));
    block.fileIndex[row] = this.files.length - 1;
    block.lineNumber[row] = this.line;
    this.checkOrigin(record.simulated === true);
    if ((record.collected as { target?: unknown } | null)?.target === "local") this.local = true;
    this.types.see(record, block.platform[row]);
    if (this.watch) this.watch(record, this.place());
    this.columns.commit();
    this.totals.lines++;
    this.totals.rows++;
  }

  /** JSON types of the fields of every row so far, by platform. */
  fieldTypes(): FieldTypes[] {
    return this.types.finish();
  }

  /** Everything read, as columns; the reader is spent. */
  finish(name: string): Requests {
    const columns = this.columns.finish();
    return {
      rowCount: this.totals.rows,
      provenance: {
        kind: this.simulated ? "simulated" : "measured",
        ...(this.local && { local: true as const }),
        name,
      },
      files: this.files,
      workloadNames: this.workloads.names,
      ...columns,
      payloadKb: namePayloads(columns),
    };
  }

  private setAside(text: string, { field, reason }: Fault): void {
    if (this.quarantined.length === MOST_QUARANTINED_LINES)
      throw new RequestSourceError(
        `more than ${MOST_QUARANTINED_LINES} lines are no requests, the last at ${this.place()} ` +
          `(${reason}): name the folder that holds the logs, and nothing else`,
      );
    const kept = this.keptCharacters + text.length <= MOST_KEPT_CHARACTERS;
    const raw = kept ? text : text.slice(0, CUT_CHARACTERS);
    this.keptCharacters += raw.length;
    const cut = raw.length < text.length ? ` (raw keeps ${raw.length} characters of it)` : "";
    const file = this.files[this.files.length - 1];
    this.quarantined.push({ file, line: this.line, field, reason: reason + cut, raw });
    this.totals.lines++;
    this.totals.quarantined++;
  }

  /**
   * Simulated rows say so, each of them; measured rows among them would be taken for simulated
   * ones, or the reverse.
   */
  private checkOrigin(simulated: boolean): void {
    if (this.simulated === simulated) return;
    if (this.simulated !== null) {
      const [other, here] = simulated ? ["measured", "simulated"] : ["simulated", "measured"];
      throw new RequestSourceError(
        `${this.firstPlace} is ${other} and ${this.place()} is ${here}: read simulated and ` +
          "measured logs separately",
      );
    }
    this.simulated = simulated;
    this.firstPlace = this.place();
  }

  private place(): string {
    return `${this.files[this.files.length - 1]}:${this.line}`;
  }
}

/** A field that is missing may stand there under another name. */
function withHint(fault: Fault, record: LogRecord): Fault {
  const hint =
    fault.field !== null && fault.reason.startsWith(`${fault.field} is missing`)
      ? likelyField(record, fault.field)
      : null;
  return hint === null ? fault : { ...fault, reason: `${fault.reason}. ${hint}` };
}

const BLANK = /^[ \t\r\v\f]*$/;

/** In our words: the engine's differ between its versions and quote the line. */
function jsonFault(error: Error): string {
  return /end of JSON|Unterminated/.test(error.message)
    ? "the line ends in the middle of its JSON"
    : "the line is not JSON";
}
