import { parse } from "csv-parse/sync";
import type { Fault } from "./fields.js";

/** What the records of a CSV file are handed to. `line` is where a record begins. */
export interface CsvHandler {
  values(values: string[], text: string, line: number): void;
  fault(text: string, line: number, fault: Fault): void;
  /** A line of nothing but white space, outside any value. */
  blank(): void;
}

/** Records are parsed by the many: a parser for each would cost more than it parses. */
const BATCH_CHARACTERS = 1 << 16;
/** A record of more lines than this has a quote too many, not a text of so many lines. */
const MOST_LINES_A_RECORD = 100;
const DELIMITERS = [",", ";", "\t", "|"];

/**
 * The delimiter of a CSV file by its first line: the commonest of comma, semicolon, tab and bar.
 */
export function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** The values of one line of CSV; none where it is not sound CSV. */
export function csvValues(line: string, delimiter = delimiterOf(line)): string[] {
  try {
    return parseRecords(line, delimiter)[0] ?? [];
  } catch {
    return [];
  }
}

function parseRecords(text: string, delimiter: string): string[][] {
  return parse(text, { delimiter, record_delimiter: "\n", relax_column_count: true, trim: true });
}

/**
 * Puts lines together to CSV records (a quoted value may hold line feeds) and parses them with
 * csv-parse, so that each keeps its text and its place. A quote that is never closed costs the line
 * it stands in, not the rest of the file.
 */
export class CsvRecords {
  private delimiter = "";
  /** Lines of a record whose quotes are still open, and where it begins. */
  private open: string[] = [];
  private openLine = 0;
  private batch: { text: string; line: number }[] = [];
  private batchCharacters = 0;

  constructor(private readonly handler: CsvHandler) {}

  line(text: string, line: number): void {
    if (this.open.length === 0) {
      if (text.trim() === "") return this.handler.blank();
      if (this.delimiter === "") this.delimiter = delimiterOf(text);
      if (isEven(text)) return this.add(text, line);
      this.open = [text];
      this.openLine = line;
      return;
    }
    this.open.push(text);
    if (!isEven(text)) {
      const whole = this.open.join("\n");
      this.open = [];
      this.add(whole, this.openLine);
    } else if (this.open.length > MOST_LINES_A_RECORD) this.giveUp();
  }

  /** The end of the file, or a place where all that came before must have been handed over. */
  end(): void {
    while (this.open.length > 0) this.giveUp();
    this.flush();
  }

  /** The first open line is at fault; those after it are records of their own. */
  private giveUp(): void {
    const [first, ...others] = this.open;
    const from = this.openLine;
    this.open = [];
    this.flush();
    this.handler.fault(first, from, {
      field: null,
      reason: "a quote in the line is never closed",
    });
    others.forEach((text, i) => this.line(text, from + 1 + i));
  }

  private add(text: string, line: number): void {
    this.batch.push({ text, line });
    this.batchCharacters += text.length;
    if (this.batchCharacters >= BATCH_CHARACTERS) this.flush();
  }

  private flush(): void {
    const { batch } = this;
    this.batch = [];
    this.batchCharacters = 0;
    if (batch.length === 0) return;
    let parsed: string[][] | null = null;
    try {
      parsed = parseRecords(batch.map(({ text }) => text).join("\n"), this.delimiter);
    } catch {
      // One of them is not CSV: each is looked at by itself.
    }
    const together = parsed?.length === batch.length ? parsed : null;
    batch.forEach(({ text, line }, i) => {
      const values = together ? together[i] : csvValues(text, this.delimiter);
      if (values.length > 0) this.handler.values(values, text, line);
      else this.handler.fault(text, line, { field: null, reason: "the line is not CSV" });
    });
  }
}

function isEven(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 0;
}
