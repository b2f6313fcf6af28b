import path from "node:path";
import { buffer } from "node:stream/consumers";
import { fromArrow, type ColumnTable } from "arquero";
import {
  ColumnBuilder,
  TextColumnFound,
  type BuiltColumn,
  type RawValue,
} from "./column-builder.js";
import { fieldValue, readCsv } from "./read-csv.js";
import { openTable, readLines, tableError } from "./read-lines.js";
import type { LabelledTable } from "./table.js";
import { TableError } from "./table-error.js";

export { TableError } from "./table-error.js";

export interface ReadTableOptions {
  /** Column with two values. */
  label: string;
  /** Feature columns; all but the label unless given. */
  features?: readonly string[];
}

/** Columns under construction, by name in the order of the file. */
interface TableBuilder {
  columns: Map<string, ColumnBuilder>;
  rowCount: number;
}

/**
 * Reads any labelled table: .csv (with a header), .jsonl (an object a line) or .arrow. A column of
 * numbers is numbers, of true and false is 1 and 0; anything else is coded by its distinct values
 * in order of appearance. An empty cell (NA, NaN, null) is missing. The label must take exactly two
 * values; the larger (by number, else by name) becomes 1.
 *
 * CSV and JSONL are streamed: a million rows of thirty columns take some 240 MB beside the parser's
 * own. Throws a TableError that names file, row or column and what would be right.
 */
export async function readLabelledTable(
  file: string,
  { label, features }: ReadTableOptions,
): Promise<LabelledTable> {
  const { columns, rowCount } = await readAnyTable(file, features && [label, ...features]);
  const names = [...columns.keys()];
  const wanted = features ?? names.filter((name) => name !== label);
  for (const name of [label, ...wanted])
    if (!columns.has(name))
      throw new TableError(`${file} has no column "${name}"; it has ${names.join(", ")}`);
  if (wanted.includes(label))
    throw new TableError(
      `"${label}" cannot be the label and a feature at once; leave it out of --features`,
    );
  const built = wanted.map((name) => columns.get(name)!.finish(rowCount));
  return {
    features: {
      rowCount,
      names: [...wanted],
      columns: built.map(({ values }) => values),
      categories: built.map(({ categories }) => categories),
    },
    label: binaryLabel(file, label, columns.get(label)!.finish(rowCount)),
  };
}

/**
 * Reads until no column turns out to hold words that was taken for numbers. `only` leaves the other
 * columns of the file empty.
 */
async function readAnyTable(
  file: string,
  only: readonly string[] | undefined,
): Promise<TableBuilder> {
  const read = READERS[path.extname(file)];
  const text = new Set<string>();
  if (!read) throw new TableError(`${file} is neither .csv, .jsonl nor .arrow`);
  for (;;) {
    const table: TableBuilder = { columns: new Map(), rowCount: 0 };
    const column = (name: string): ColumnBuilder => {
      let builder = table.columns.get(name);
      if (!builder) table.columns.set(name, (builder = new ColumnBuilder(name, text.has(name))));
      return builder;
    };
    try {
      await read(file, table, column, (name) => only === undefined || only.includes(name));
      return table;
    } catch (error) {
      if (!(error instanceof TextColumnFound)) throw error;
      text.add(error.column);
    }
  }
}

type Reader = (
  file: string,
  table: TableBuilder,
  column: (name: string) => ColumnBuilder,
  isWanted: (name: string) => boolean,
) => Promise<void>;

const READERS: Readonly<Record<string, Reader>> = {
  async ".csv"(file, table, column, isWanted) {
    let builders: (ColumnBuilder | null)[] = [];
    await readCsv(
      file,
      (names) => {
        const twice = names.find((name, i) => names.indexOf(name) !== i);
        if (twice !== undefined)
          throw new TableError(`${file} has two columns named "${twice}"; give each its own name`);
        builders = names.map((name) => (isWanted(name) ? column(name) : (column(name), null)));
      },
      (fields) => {
        for (let f = 0; f < fields.length; f++) {
          const builder = builders[f];
          const value = builder && fieldValue(fields[f]);
          if (builder)
            builder.set(table.rowCount, value !== null && builder.isText ? fields[f] : value);
        }
        table.rowCount++;
      },
    );
  },
  async ".jsonl"(file, table, column, isWanted) {
    let line = 0;
    for await (const lines of readLines(file)) {
      for (const text of lines) {
        line++;
        if (text.trim() === "") continue;
        for (const [name, value] of Object.entries(parseLine(file, line, text)))
          if (isWanted(name)) column(name).set(table.rowCount, plainValue(value));
        table.rowCount++;
      }
    }
  },
  async ".arrow"(file, table, column, isWanted) {
    const arrow = arrowTable(file, await wholeFile(file));
    table.rowCount = arrow.numRows();
    for (const name of arrow.columnNames()) {
      const builder = column(name);
      const values = arrow.array(name) as ArrayLike<unknown>;
      if (isWanted(name))
        for (let row = 0; row < values.length; row++) builder.set(row, plainValue(values[row]));
    }
  },
};

async function wholeFile(file: string): Promise<Uint8Array> {
  try {
    return await buffer(openTable(file));
  } catch (error) {
    throw tableError(file, error);
  }
}

function arrowTable(file: string, bytes: Uint8Array): ColumnTable {
  try {
    return fromArrow(bytes);
  } catch (error) {
    throw new TableError(
      `${file} is no sound Arrow file (${(error as Error).message}); write it anew`,
      { cause: error },
    );
  }
}

function parseLine(file: string, line: number, text: string): object {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch (error) {
    throw new TableError(`${file}, line ${line} is not JSON: ${(error as Error).message}`);
  }
  if (typeof row !== "object" || row === null || Array.isArray(row))
    throw new TableError(`${file}, line ${line} is no JSON object; a row is one: {"name": value}`);
  return row;
}

function plainValue(value: unknown): RawValue {
  if (
    value === null ||
    value === undefined ||
    value === "" ||
    (typeof value === "number" && Number.isNaN(value))
  )
    return null;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string")
    return value;
  if (typeof value === "bigint") return Number(value);
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

function binaryLabel(file: string, label: string, { values, categories }: BuiltColumn): Uint8Array {
  const missing = values.findIndex(Number.isNaN);
  if (missing >= 0)
    throw new TableError(
      `${file}, row ${missing + 1}: "${label}" is empty; leave rows without a label out`,
    );
  const distinct = new Set(values);
  if (distinct.size !== 2)
    throw new TableError(`"${label}" of ${file} takes ${distinct.size} values; a label takes two`);
  const [a, b] = distinct;
  const larger = categories ? (categories[a] > categories[b] ? a : b) : Math.max(a, b);
  return Uint8Array.from(values, (value) => Number(value === larger));
}
