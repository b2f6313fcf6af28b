import type { NumberFormat } from "./format.js";

/** Rows as objects, an Arquero table, or a danfo frame (or series). */
export type TableLike<Row extends object = object> =
  readonly Row[] | ArqueroTable<Row> | DanfoFrame;

/** What is needed of an Arquero table. */
interface ArqueroTable<Row extends object> {
  objects(): readonly Row[];
}

/** What is needed of a danfo frame: its values, row by row. */
interface DanfoFrame {
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

/** Its rows as objects; times as ISO 8601 text. */
export function rowsOf<Row extends object>(table: TableLike<Row>): readonly Row[] {
  if (Array.isArray(table)) return table as readonly Row[];
  const rows =
    "objects" in table
      ? table.objects()
      : (table as DanfoFrame).values.map((values) => {
          const cells = Array.isArray(values) ? (values as unknown[]) : [values];
          return Object.fromEntries(
            (table as DanfoFrame).columns.map((name, column) => [name, cells[column]]),
          );
        });
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]: [string, unknown]) => [
          name,
          value instanceof Date ? value.toISOString() : value,
        ]),
      ) as Row,
  );
}

/** The columns of rows of this type; any name where the type names none. */
export type ColumnName<Row> = [KeyOf<Row>] extends [never] ? string : KeyOf<Row>;
type KeyOf<Row> = Row extends unknown ? Extract<keyof Row, string> : never;

/** In which format a column is printed; "verdict" colours and signs it. */
export type CellFormat = NumberFormat | "text" | "verdict";

/**
 * What is wrong with a list of columns ("workload | rows:count"), in words that the compiler then
 * shows; never where all is well, or where it can only be seen as it runs.
 */
export type ColumnFault<Columns, Name extends string> = Columns extends string
  ? ListFault<Columns, Name>
  : Columns extends readonly (infer One)[]
    ? One extends string
      ? ListFault<One, Name>
      : One extends { key: infer Key extends string }
        ? NameFault<Key, Name>
        : never
    : never;

type ListFault<List extends string, Name extends string> = string extends List
  ? never
  : List extends `${infer First}|${infer Rest}`
    ? OneFault<Trim<First>, Name> | ListFault<Rest, Name>
    : OneFault<Trim<List>, Name>;

type OneFault<One extends string, Name extends string> = One extends `${infer Key}:${infer Rest}`
  ? NameFault<Key, Name> | FormatFault<Rest extends `${infer Format}:${string}` ? Format : Rest>
  : NameFault<One, Name>;

type NameFault<Key extends string, Name extends string> = Key extends Name
  ? never
  : IsPattern<Key> extends true
    ? never
    : `no row has the column "${Key}"`;

type FormatFault<Format extends string> = Format extends CellFormat | ""
  ? never
  : IsPattern<Format> extends true
    ? never
    : `there is no format "${Format}"`;

/** Whether parts of a text are known only as it runs. */
type IsPattern<Text extends string> = Record<never, never> extends Record<Text, 1> ? true : false;

type Trim<Text extends string> = Text extends ` ${infer Rest}`
  ? Trim<Rest>
  : Text extends `${infer Rest} `
    ? Trim<Rest>
    : Text;
