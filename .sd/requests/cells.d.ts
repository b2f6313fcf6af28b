import { type RowCodes } from "../statistics/index.js";
import { type Requests } from "./requests.js";
/** What a context cell may be made of: everything known before routing. Hours are UTC. */
export declare const CELL_KEYS: readonly ["workload", "payload", "window", "pattern", "hour"];
export type CellKey = (typeof CELL_KEYS)[number];
/** The context cell of DOMAIN: one combination of workload, payload size, window and pattern. */
export declare const CONTEXT_CELL: readonly CellKey[];
/** Requests grouped into cells, with the cells' names. */
export interface Cells extends RowCodes {
    keys: readonly CellKey[];
    /** Name of a cell, e.g. "thumbnail_processing, 200 KiB, midday, medium_load". */
    name(cell: number): string;
    /** The same as one value a key, in the order of `keys`. */
    parts(cell: number): string[];
}
/** Groups all requests by the given keys. An empty list makes one cell of everything. */
export declare function groupIntoCells(requests: Requests, keys?: readonly CellKey[]): Cells;
/** Hour of the day (0-23, UTC) in which each request was logged. */
export declare function hourOfDay(requests: Requests): Uint8Array;
/** Day of the week (UTC), Monday = 0 as in Python. */
export declare function dayOfWeek(requests: Requests): Uint8Array;
