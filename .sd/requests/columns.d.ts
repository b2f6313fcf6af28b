import { type Requests } from "./requests.js";
export type ColumnType = Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor | Float64ArrayConstructor;
export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;
/** The columns of Requests that are logged and stored, without what describes them. */
export type RequestColumns = Omit<Requests, "rowCount" | "provenance" | "files" | "workloadNames" | "payloadKb">;
/** Every such column with its type, in the order in which files and tables show them. */
export declare const REQUEST_COLUMNS: Readonly<Record<keyof RequestColumns, ColumnType>>;
/** What a row has of a column that was not logged. */
export declare function notLogged(name: keyof RequestColumns): number;
/** Columns made one by one, by name. */
export declare function mapColumns<C>(types: Readonly<Record<keyof C, ColumnType>>, make: (name: keyof C, type: ColumnType) => Column): C;
/**
 * Columns that grow by whole blocks, so that nothing is copied until the end and 10 million rows
 * never need twice their memory. A row is written in place at `row` of `block` and counts once
 * `commit` is called.
 */
export declare class GrowingColumns<C extends object> {
    private readonly types;
    static readonly BLOCK_ROWS = 16384;
    block: C;
    row: number;
    private full;
    constructor(types: Readonly<Record<keyof C, ColumnType>>);
    commit(): void;
    /**
     * All committed rows, exactly as long as needed. Ends this object's life: its blocks are let go
     * on the way.
     */
    finish(): C;
    private emptyBlock;
}
