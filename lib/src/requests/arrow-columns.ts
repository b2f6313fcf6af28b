import {
  batchType,
  Column as ArrowColumn,
  columnFromArray,
  columnFromValues,
  dictionary,
  float64,
  int32,
  tableFromColumns,
  tableToIPC,
  uint16,
  uint32,
  uint8,
  utf8,
  type DataType,
  type Table,
} from "@uwdata/flechette";
import { InputError } from "../statistics/index.js";
import { mapColumns, type Column, type ColumnType } from "./columns.js";

/** Columns of codes: the names they stand for, and the code that stands for none. */
export type CodedColumns<C> = Partial<Record<keyof C, { names: readonly string[]; none: number }>>;

/** A batch of codes as flechette keeps it; `setDictionary` gives the codes their names. */
interface CodeBatch {
  length: number;
  validity: Uint8Array;
  values: ArrayLike<number>;
  dictionary: ArrowColumn<string>;
  setDictionary(names: ArrowColumn<string>): CodeBatch;
}

/**
 * Typed columns as an Arrow IPC file, coded ones as dictionaries of names with null for a missing
 * code. Codes are handed over as they are: no string is made for a row. The same columns give the
 * same bytes.
 */
export function columnsToArrow<C>(
  types: Readonly<Record<keyof C, ColumnType>>,
  columns: C,
  coded: CodedColumns<C>,
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  const table = tableFromColumns(
    (Object.keys(types) as (keyof C & string)[]).map((name): [string, ArrowColumn<unknown>] => {
      const values = columns[name] as Column;
      const code = coded[name];
      // Without values there is nothing to infer a type from.
      if (values.length === 0)
        return [name, columnFromValues([], code ? dictionary(utf8()) : arrowType(types[name]))];
      return [name, code ? codeColumn(values, code.names) : columnFromArray(values)];
    }),
  );
  table.schema.metadata = new Map(Object.entries(metadata));
  return tableToIPC(table, { format: "file" }) as Uint8Array;
}

/**
 * The columns back from a table that `columnsToArrow` wrote. Throws an InputError where one is
 * missing.
 */
export function columnsFromArrow<C>(
  types: Readonly<Record<keyof C, ColumnType>>,
  table: Table,
  coded: CodedColumns<C>,
): C {
  return mapColumns<C>(types, (name, type) => {
    const column = table.getChild(name as string) as ArrowColumn<unknown> | undefined;
    if (!column) throw new InputError(`these Arrow bytes lack the column ${String(name)}`);
    const code = coded[name];
    return code
      ? codesOf(column, code.names, code.none, type)
      : new type(column.toArray() as ArrayLike<number>);
  });
}

function codeColumn(codes: Column, names: readonly string[]): ArrowColumn<unknown> {
  const { length } = codes;
  const small = names.length <= 256;
  const text = utf8();
  const type = dictionary(text, small ? uint8() : int32());
  const values = small ? new Uint8Array(length) : new Int32Array(length);
  const validity = new Uint8Array(Math.ceil(length / 8));
  let nullCount = 0;
  for (let row = 0; row < length; row++) {
    if (codes[row] < names.length) {
      values[row] = codes[row];
      validity[row >> 3] |= 1 << (row & 7);
    } else nullCount++;
  }
  const Batch = batchType(type) as unknown as new (options: object) => CodeBatch;
  const batch = new Batch({
    length,
    nullCount,
    type,
    validity: nullCount > 0 ? validity : new Uint8Array(0),
    values,
  });
  batch.setDictionary(
    columnFromValues(names.length > 0 ? names : [""], text) as ArrowColumn<string>,
  );
  return new ArrowColumn([batch as never], type);
}

function codesOf(
  column: ArrowColumn<unknown>,
  names: readonly string[],
  none: number,
  type: ColumnType,
): Column {
  const code = new Map<unknown, number>(names.map((name, i) => [name, i]));
  const codes = new type(column.length);
  let at = 0;
  for (const {
    length,
    validity,
    values,
    dictionary: of,
  } of column.data as unknown as CodeBatch[]) {
    const own = Uint32Array.from(
      of.toArray() as ArrayLike<unknown>,
      (name) => code.get(name) ?? none,
    );
    const valid = validity.length === 0;
    for (let row = 0; row < length; row++)
      codes[at++] = valid || (validity[row >> 3] >> (row & 7)) & 1 ? own[values[row]] : none;
  }
  return codes;
}

function arrowType(type: ColumnType): DataType {
  return type === Uint8Array
    ? uint8()
    : type === Uint16Array
      ? uint16()
      : type === Uint32Array
        ? uint32()
        : float64();
}
