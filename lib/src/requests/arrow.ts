import {
  columnFromArray, columnFromValues, dictionary, float64, tableFromColumns, tableFromIPC, tableToIPC, uint16, uint32, uint8, utf8,
  type Column as ArrowColumn, type DataType,
} from "@uwdata/flechette";
import { LOAD_PATTERNS, NO_PLATFORM, PLATFORMS, TIME_WINDOWS } from "../campaign/index.js";
import { mapColumns, REQUEST_COLUMNS, type Column, type ColumnType, type RequestColumns } from "./columns.js";
import { MISSING, type Provenance, type Requests } from "./requests.js";

/** Columns of codes: the names they stand for, and the code that stands for none. */
function codedColumns(files: string[], workloadNames: string[]): Partial<Record<keyof RequestColumns, { names: readonly string[]; none: number }>> {
  return {
    fileIndex: { names: files, none: -1 },
    platform: { names: PLATFORMS, none: NO_PLATFORM },
    workload: { names: workloadNames, none: MISSING },
    timeWindow: { names: TIME_WINDOWS, none: MISSING },
    loadPattern: { names: LOAD_PATTERNS, none: MISSING },
  };
}

/** What the schema's metadata carries under the key `requests`, as JSON. */
interface Description {
  format: 1;
  provenance: Provenance;
  files: string[];
  workloadNames: string[];
}

/**
 * Requests as an Arrow IPC file: the columns of Requests under their own names, coded columns as dictionaries of names
 * with null for a missing code, so that any Arrow reader shows words. The same requests give the same bytes, and
 * `requestsFromArrow` gives back exactly the same columns.
 */
export function requestsToArrow(requests: Requests): Uint8Array {
  const { rowCount, provenance, files, workloadNames } = requests;
  const coded = codedColumns(files, workloadNames);
  const columns = (Object.keys(REQUEST_COLUMNS) as (keyof RequestColumns)[]).map((name): [string, ArrowColumn<unknown>] => {
    const values = requests[name], code = coded[name];
    if (code) return [name, columnFromValues(decode(values, code.names), dictionary(utf8()))];
    // Without values there is nothing to infer a type from.
    return [name, rowCount > 0 ? columnFromArray(values) : columnFromValues([], arrowType(REQUEST_COLUMNS[name]))];
  });
  const table = tableFromColumns(columns);
  const description: Description = { format: 1, provenance, files, workloadNames };
  table.schema.metadata = new Map([["requests", JSON.stringify(description)]]);
  return tableToIPC(table, { format: "file" }) as Uint8Array;
}

/** The requests in bytes that `requestsToArrow` wrote. Throws TypeError for anything else. */
export function requestsFromArrow(bytes: Uint8Array): Requests {
  const table = tableFromIPC(bytes);
  const told = table.schema.metadata?.get("requests");
  if (!told) throw new TypeError("these Arrow bytes hold no requests: they need what requestsToArrow writes");
  const { format, provenance, files, workloadNames } = JSON.parse(told) as Description;
  if (format !== 1) throw new TypeError(`these requests are in format ${String(format)}, and this program reads 1: write them anew`);
  const coded = codedColumns(files, workloadNames);
  const columns = mapColumns<RequestColumns>(REQUEST_COLUMNS, (name, type) => {
    const column = table.getChild(name) as ArrowColumn<unknown> | undefined;
    if (!column) throw new TypeError(`these Arrow bytes lack the column ${name}`);
    const code = coded[name];
    return code ? encode(column as ArrowColumn<string | null>, code.names, code.none, type) : new type(column.toArray() as ArrayLike<number>);
  });
  return { rowCount: table.numRows, provenance, files, workloadNames, ...columns };
}

function* decode(codes: Column, names: readonly string[]): Generator<string | null> {
  for (const code of codes) yield names[code] ?? null;
}

function encode(column: ArrowColumn<string | null>, names: readonly string[], none: number, type: ColumnType): Column {
  const codes = new Map<string | null, number>(names.map((name, code) => [name, code]));
  const values = new type(column.length);
  for (let row = 0; row < values.length; row++) values[row] = codes.get(column.at(row)) ?? none;
  return values;
}

function arrowType(type: ColumnType): DataType {
  return type === Uint8Array ? uint8() : type === Uint16Array ? uint16() : type === Uint32Array ? uint32() : float64();
}
