import type { RawValue } from "./column-builder.js";
/**
 * Streams a CSV file (RFC 4180: a header, commas, fields in double quotes may hold commas, line
 * ends and doubled quotes). `onHeader` gets the names; `onRow` each row's fields, as text, and the
 * line it begins on. Throws a TableError for a row that has not as many fields as the header, and
 * for a quote that is never closed.
 */
export declare function readCsv(file: string, onHeader: (names: string[]) => void, onRow: (fields: string[], line: number) => void): Promise<void>;
/** A field's value: nothing, a number, true or false, or the text itself. */
export declare function fieldValue(field: string): RawValue;
