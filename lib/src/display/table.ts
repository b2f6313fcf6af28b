import type { Verdict } from "../campaign/index.js";
import { isMarkedSimulated } from "../requests/index.js";
import { InputError, type Interval } from "../statistics/index.js";
import { formatInterval, formatNumber, type NumberFormat } from "./format.js";
import { htmlTable, isNumeric } from "./html-table.js";
import { showOutput, type MimeBundle } from "./outputs.js";
import { tableData, TABLE_TYPE } from "./table-data.js";
import {
  rowsOf,
  type CellFormat,
  type ColumnFault,
  type ColumnName,
  type TableLike,
} from "./table-like.js";
import { VERDICT_COLOURS, VERDICT_SIGNS } from "./theme.js";

/** A cell: text, a number, an estimate with its interval, or nothing. */
export type CellValue = string | number | boolean | Interval | null | undefined;

/** A column of a table: which field of a row it shows, under which heading, in which format. */
export interface Column {
  key: string;
  title?: string;
  /** "text" unless given; "verdict" colours and signs it. Intervals take the number formats. */
  format?: CellFormat;
}

/** Columns of a table: see `TableOptions.columns`. */
type Columns = string | readonly (Column | string)[];

export interface TableOptions {
  /**
   * All fields of the first row, as text or plain numbers, unless given. A string names a field,
   * its format and its heading: "lambdaShare:share:Lambda's"; format and heading may be left out
   * ("workload", "rows:count", "cell::at fault"). Several in one string stand between bars:
   * "workload | rows:count | lambdaShare:share:Lambda's".
   */
  columns?: Columns;
  caption?: string;
  /** Says "simulated" in the caption; as `markSimulated` said, unless given. */
  simulated?: boolean;
  /** Rows shown; the rest is announced, never dropped in silence. 40 unless given. */
  maxRows?: number;
}

/**
 * The same of rows whose columns are known by their type: a column that none has, or a format that
 * does not exist, is an error before anything runs.
 */
export type OptionsFor<Row extends object, C extends Columns> = TableOptions & {
  columns?: C &
    ([ColumnFault<C, ColumnName<Row>>] extends [never] ? unknown : ColumnFault<C, ColumnName<Row>>);
};

/**
 * Shows rows, an Arquero table or a danfo frame as a table, in HTML and as plain text. Throws an
 * InputError for a column that no row has, and for a format that does not exist, with those there
 * are.
 */
export function showTable<Row extends object, const C extends Columns = Columns>(
  table: TableLike<Row>,
  options: OptionsFor<Row, C> = {},
): void {
  showOutput(tableOutput(rowsOf(table), options as TableOptions));
}

/** The same as an output that is not shown yet. */
export function tableOutput(table: TableLike, options: TableOptions = {}): MimeBundle {
  const records = rowsOf(table) as readonly Record<string, CellValue>[];
  const { columns, body, caption, more } = layOut(records, options);
  return {
    "text/html": htmlTable({ columns, body, caption, more }),
    "text/plain": textTable(columns, body, caption, more),
    [TABLE_TYPE]: tableData(records, { columns, caption, shown: body.length }),
  };
}

/** The same as aligned plain text, for a terminal. */
export function tableText<Row extends object, const C extends Columns = Columns>(
  table: TableLike<Row>,
  options: OptionsFor<Row, C> = {},
): string {
  const { columns, body, caption, more } = layOut(
    rowsOf(table) as readonly Record<string, CellValue>[],
    options,
  );
  return textTable(columns, body, caption, more);
}

/** A table with its cells as they are printed. */
export interface LaidOut {
  columns: Required<Column>[];
  body: { text: string; colour: string | null }[][];
  caption: string;
  more: string;
}

function layOut(
  rows: readonly Record<string, CellValue>[],
  { columns: given, caption = "", simulated = isMarkedSimulated(), maxRows = 40 }: TableOptions,
): LaidOut {
  const wanted =
    typeof given === "string"
      ? given.split("|").map((column) => column.trim())
      : (given ?? Object.keys(rows[0] ?? {}));
  const columns = wanted.map((column) => {
    const {
      key,
      title = key.replace(/_/g, " "),
      format,
    } = typeof column === "string" ? parseColumn(column) : column;
    return {
      key,
      title,
      format: format ?? (rows.some((row) => typeof row[key] === "number") ? "number" : "text"),
    } satisfies Required<Column>;
  });
  for (const { key } of columns) mustExist(key, rows);
  const body = rows
    .slice(0, maxRows)
    .map((row) => columns.map((column) => printedCell(row[column.key], column.format)));
  const full = [caption, simulated ? "simulated" : ""].filter((part) => part !== "").join(" · ");
  return {
    columns,
    body,
    caption: full,
    more: rows.length > maxRows ? `${rows.length - maxRows} more rows` : "",
  };
}

/** A misspelt column would look like one without data: "-" in every row. */
function mustExist(key: string, rows: readonly Record<string, CellValue>[]): void {
  if (rows.length === 0 || rows.some((row) => key in row)) return;
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  throw new InputError(`no row has the column "${key}"; there are ${keys.join(", ")}`);
}

const FORMATS: readonly string[] = [
  "count",
  "share",
  "points",
  "ms",
  "usd",
  "usdPerMillion",
  "kib",
  "pValue",
  "number",
  "text",
  "verdict",
];

/**
 * "key", "key:format" or "key:format:heading"; the heading may hold colons, and an empty format is
 * none.
 */
function parseColumn(column: string): Column {
  const [key, format = "", ...title] = column.split(":");
  if (format !== "" && !FORMATS.includes(format))
    throw new InputError(
      `column "${column}": there is no format "${format}"; there are ${FORMATS.join(", ")}`,
    );
  return {
    key,
    format: format === "" ? undefined : (format as Column["format"]),
    title: title.length > 0 ? title.join(":") : undefined,
  };
}

/** A cell as it is printed, with the colour of a verdict. */
export function printedCell(
  value: CellValue,
  format: Required<Column>["format"],
): { text: string; colour: string | null } {
  if (format === "verdict" && typeof value === "string" && value in VERDICT_SIGNS)
    return { text: VERDICT_SIGNS[value as Verdict], colour: VERDICT_COLOURS[value as Verdict] };
  const numeric: NumberFormat = format === "text" || format === "verdict" ? "number" : format;
  if (typeof value === "object" && value !== null)
    return { text: formatInterval(value, numeric), colour: null };
  if (typeof value === "number" || value === null || value === undefined)
    return { text: formatNumber(value, numeric), colour: null };
  return { text: String(value), colour: null };
}

function textTable(
  columns: readonly Required<Column>[],
  body: LaidOut["body"],
  caption: string,
  more: string,
): string {
  const width = columns.map(({ title }, c) =>
    Math.max(title.length, ...body.map((cells) => cells[c].text.length)),
  );
  const pad = (text: string, c: number): string =>
    isNumeric(columns[c].format) ? text.padStart(width[c]) : text.padEnd(width[c]);
  const line = (texts: readonly string[]): string => texts.map(pad).join("  ").trimEnd();
  return [
    ...(caption ? [caption] : []),
    line(columns.map(({ title }) => title)),
    line(width.map((w) => "-".repeat(w))),
    ...body.map((cells) => line(cells.map(({ text }) => text))),
    ...(more ? [`… ${more}`] : []),
  ].join("\n");
}
