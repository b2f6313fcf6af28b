import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import type { RawValue } from "./column-builder.js";
import { LONGEST_LINE, openTable } from "./read-lines.js";
import { TableError } from "./table-error.js";

/** Fields that stand for nothing. */
const MISSING_FIELDS: ReadonlySet<string> = new Set(["", "NA", "NaN", "nan", "null"]);

/** What the parser refuses, in our words; `line` is where it stands. */
const FAULTS: Readonly<Record<string, (line: number) => string>> = {
  INVALID_OPENING_QUOTE: (line) =>
    `line ${line} has a quote inside a field that does not begin with one`,
  CSV_INVALID_CLOSING_QUOTE: (line) => `line ${line} has text behind a closing quote`,
};
const REMEDY = 'put the whole field in double quotes and write each quote in it twice ("5"" disk")';

/**
 * Streams a CSV file (RFC 4180: a header, commas, fields in double quotes may hold commas, line
 * ends and doubled quotes). `onHeader` gets the names, `onRow` each row's fields as text. A blank
 * line is no row. Throws a TableError, with file and line, for a row that has not as many fields as
 * the header, a quote where none may stand or that is never closed, and a row without end.
 */
export async function readCsv(
  file: string,
  onHeader: (names: string[]) => void,
  onRow: (fields: string[]) => void,
): Promise<void> {
  let names: string[] | null = null;
  let lastLine = 0;
  const takeRow = (fields: string[], { lines }: { lines: number }): void => {
    lastLine = lines;
    // A blank line is no row of one missing field.
    if (fields.length === 1 && fields[0].trim() === "") return;
    if (names === null) onHeader((names = fields.map((name) => name.trim())));
    else if (fields.length === names.length) onRow(fields);
    else
      throw new TableError(
        `${file}, line ${lines} has ${fields.length} fields where the header has ` +
          `${names.length}; quote fields that hold commas`,
      );
  };
  const parser = parse({
    bom: true,
    record_delimiter: ["\r\n", "\n"],
    // Counted above, where the header is known.
    relax_column_count: true,
    max_record_size: LONGEST_LINE,
    // Rows are taken here: as objects of a stream they would take twice as long.
    on_record: (fields: string[], context) => void takeRow(fields, context),
  });
  // Nothing comes out of the parser, but a stream that nobody reads does not end.
  parser.resume();
  try {
    await pipeline(openTable(file), parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableError(`${file}, ${faultOf(error, lastLine)}`);
  }
  if (names === null)
    throw new TableError(`${file} is empty; the first line of a .csv names its columns`);
}

function faultOf(error: CsvError, lastLine: number): string {
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return `the row after line ${lastLine} opens a quote that is never closed; ${REMEDY}`;
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return (
      `the row after line ${lastLine} has more than ${LONGEST_LINE} bytes; look for a quote ` +
      "that is never closed"
    );
  const fault = FAULTS[error.code];
  const line = Number(error.lines);
  return fault ? `${fault(line)}; ${REMEDY}` : `line ${line} is no CSV: ${error.message}`;
}

/** A field's value: nothing, a number, true or false, or the text itself. */
export function fieldValue(field: string): RawValue {
  if (MISSING_FIELDS.has(field)) return null;
  const value = Number(field);
  if (!Number.isNaN(value) && field.trim() !== "") return value;
  return field === "true" || field === "True"
    ? true
    : field === "false" || field === "False"
      ? false
      : field;
}
