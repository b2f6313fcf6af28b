import type { Interval } from "../statistics/index.js";
import { type NumberFormat } from "./format.js";
import { type MimeBundle } from "./outputs.js";
/** A cell: text, a number, an estimate with its interval, or nothing. */
export type CellValue = string | number | boolean | Interval | null | undefined;
/** A column of a table: which field of a row it shows, under which heading, in which format. */
export interface Column {
    key: string;
    title?: string;
    /** "text" unless given; "verdict" colours and signs it. Intervals take the number formats. */
    format?: NumberFormat | "text" | "verdict";
}
export interface TableOptions {
    /**
     * All fields of the first row, as text or plain numbers, unless given. A string names a field,
     * its format and its heading: "lambdaShare:share:Lambda's"; format and heading may be left out
     * ("workload", "rows:count", "cell::at fault"). Several in one string stand between bars:
     * "workload | rows:count | lambdaShare:share:Lambda's".
     */
    columns?: string | readonly (Column | string)[];
    caption?: string;
    /** Says "simulated" in the caption; as `markSimulated` said, unless given. */
    simulated?: boolean;
    /** Rows shown; the rest is announced, never dropped in silence. 40 unless given. */
    maxRows?: number;
}
/** Shows rows as a table, in HTML and as plain text. */
export declare function showTable(rows: readonly object[], options?: TableOptions): void;
/** The same as an output that is not shown yet. */
export declare function tableOutput(rows: readonly object[], options?: TableOptions): MimeBundle;
/** The same as aligned plain text, for a terminal. */
export declare function tableText(rows: readonly object[], options?: TableOptions): string;
