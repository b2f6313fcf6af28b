import type { LabelledTable } from "./table.js";
export { TableError } from "./table-error.js";
export interface ReadTableOptions {
    /** Column with two values. */
    label: string;
    /** Feature columns; all but the label unless given. */
    features?: readonly string[];
}
/**
 * Reads any labelled table: .csv (with a header), .jsonl (an object a line) or .arrow. A column of
 * numbers is numbers, of true and false is 1 and 0; anything else is coded by its distinct values
 * in order of appearance. An empty cell (NA, NaN, null) is missing. The label must take exactly two
 * values; the larger (by number, else by name) becomes 1.
 *
 * CSV and JSONL are streamed: a million rows of thirty columns take some seconds and 240 MB beside
 * the parser's own. Throws a TableError that names file, row or column and what would be right.
 */
export declare function readLabelledTable(file: string, { label, features }: ReadTableOptions): Promise<LabelledTable>;
