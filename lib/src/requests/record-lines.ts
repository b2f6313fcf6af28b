import { isAscii, isUtf8 } from "node:buffer";
import { CsvRecords } from "./csv-records.js";
import type { Fault, LogRecord } from "./fields.js";
import type { Framing } from "./formats/index.js";
import { LONGEST_RECORD_BYTES } from "./lines.js";

/** What becomes of a file's lines. `line` counts from 1 and is where a record begins. */
export interface RecordHandler {
  record(record: LogRecord, text: string, line: number): void;
  /** A line of a format that reads its lines by itself. */
  text(text: string, line: number): void;
  /** A line that cannot be a record. */
  aside(text: string, line: number, fault: Fault): void;
  blank(): void;
}

/** Cuts the lines of one file into records, as its format says. */
export class RecordLines {
  private line = 0;
  private header: string[] | null = null;
  private headerText = "";
  private readonly csv: CsvRecords | null;

  constructor(
    private readonly framing: Framing,
    private readonly handler: RecordHandler,
  ) {
    this.csv =
      framing === "csv"
        ? new CsvRecords({
            values: (values, text, line) => this.readValues(values, text, line),
            fault: (text, line, fault) => handler.aside(text, line, fault),
            blank: () => handler.blank(),
          })
        : null;
  }

  /**
   * One line without its line end; `length` is its true length, of which `bytes` may be the
   * beginning.
   */
  readLine(bytes: Buffer, length: number): void {
    const line = ++this.line;
    if (line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      // A byte order mark, as some editors put before the first line.
      bytes = bytes.subarray(3);
      length -= 3;
    }
    const readable = isAscii(bytes) || isUtf8(bytes);
    // As Latin-1 every byte stays what it was.
    const text = bytes.toString(readable ? "utf8" : "latin1");
    if (length > LONGEST_RECORD_BYTES) {
      const kept = bytes.length < length ? `, of which raw keeps the first ${bytes.length}` : "";
      this.setAside(
        text,
        `the line has ${length} bytes${kept}: a request has at most ${LONGEST_RECORD_BYTES}`,
      );
    } else if (!readable) {
      this.setAside(text, "the line is not valid UTF-8 (raw holds its bytes as Latin-1)");
    } else if (this.csv) {
      this.csv.line(text, line);
    } else if (BLANK.test(text)) {
      this.handler.blank();
    } else if (this.framing === "text") this.handler.text(text, line);
    else this.readJson(text);
  }

  /** The end of the file. */
  end(): void {
    this.csv?.end();
  }

  private setAside(text: string, reason: string): void {
    // In order, and not as a line of a value that is still open.
    this.csv?.end();
    this.handler.aside(text, this.line, { field: null, reason });
  }

  private readJson(text: string): void {
    let record: LogRecord;
    try {
      record = JSON.parse(text) as LogRecord;
    } catch (error) {
      return this.setAside(text, jsonFault(error as Error));
    }
    if (typeof record !== "object" || record === null || Array.isArray(record))
      return this.setAside(text, "the line is not a JSON object");
    this.handler.record(record, text, this.line);
  }

  private readValues(values: string[], text: string, line: number): void {
    if (this.header === null) {
      this.header = values;
      this.headerText = text;
      return;
    }
    // Files that were put together repeat it.
    if (text === this.headerText) return;
    const { header } = this;
    if (values.length !== header.length)
      return this.handler.aside(text, line, {
        field: null,
        reason: `the record has ${values.length} values, the header ${header.length} columns`,
      });
    const record: LogRecord = {};
    for (let i = 0; i < header.length; i++) record[header[i]] = values[i];
    this.handler.record(record, text, line);
  }
}

const BLANK = /^[ \t\r\v\f]*$/;

/** In our words: the engine's differ between its versions and quote the line. */
function jsonFault(error: Error): string {
  return /end of JSON|Unterminated/.test(error.message)
    ? "the line ends in the middle of its JSON"
    : "the line is not JSON";
}
