import type { RowCodes } from "../statistics/index.js";
/**
 * Codes rows by the combination of values in all columns, exactly, as `codeRows` does, for tables
 * in which nearly every row is different: one pass of hashing instead of one table of combinations
 * a column.
 */
export declare function groupRows(columns: readonly Float64Array[], rowCount: number): RowCodes;
