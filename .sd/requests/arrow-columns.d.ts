import { type Table } from "@uwdata/flechette";
import { type ColumnType } from "./columns.js";
/** Columns of codes: the names they stand for, and the code that stands for none. */
export type CodedColumns<C> = Partial<Record<keyof C, {
    names: readonly string[];
    none: number;
}>>;
/**
 * Typed columns as an Arrow IPC file, coded ones as dictionaries of names with null for a missing
 * code. Codes are handed over as they are: no string is made for a row. The same columns give the
 * same bytes.
 */
export declare function columnsToArrow<C>(types: Readonly<Record<keyof C, ColumnType>>, columns: C, coded: CodedColumns<C>, metadata: Readonly<Record<string, string>>): Uint8Array;
/**
 * The columns back from a table that `columnsToArrow` wrote. A missing one is filled with what
 * `absent` says of it; throws TypeError where it says nothing.
 */
export declare function columnsFromArrow<C>(types: Readonly<Record<keyof C, ColumnType>>, table: Table, coded: CodedColumns<C>, absent?: (name: keyof C) => number | undefined): C;
