import { type LabelledTable } from "../features/index.js";
import { type Blocks, type Interval } from "../statistics/index.js";
/** How a model fares in one group of rows. */
export interface GroupAccuracy {
    /** Its code. */
    group: number;
    rows: number;
    /** With its interval over blocks of time; over single rows where there are none. */
    accuracy: Interval;
    /** Of always answering the group's larger class. */
    constant: number;
}
/**
 * Accuracy within groups of rows (workloads, windows ...), in the order of their codes. A row is
 * answered 1 above one half. `blocks` are those of the rows.
 */
export declare function accuracyByGroup(label: Uint8Array, probability: Float64Array, groupOfRow: Uint32Array, blocks?: Blocks): GroupAccuracy[];
/** A group by its name. */
export interface CategoryAccuracy extends GroupAccuracy {
    name: string;
}
/**
 * Accuracy on `rows` of a table within each category of one of its columns, `probability` being
 * that of `rows`. Names by code are the table's own unless given; `blocks` are those of the whole
 * table. Throws on a column the table does not have.
 */
export declare function accuracyByCategory({ features, label }: LabelledTable, column: string, rows: Uint32Array, probability: Float64Array, { names, blocks }?: {
    names?: readonly string[];
    blocks?: Blocks;
}): CategoryAccuracy[];
