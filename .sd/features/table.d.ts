/**
 * A table a model may learn from: named numeric columns (NaN = missing), one entry a row.
 * Categories are small whole numbers, their names kept beside them for printing.
 */
export interface FeatureTable {
    rowCount: number;
    names: string[];
    columns: Float64Array[];
    /** Category names by code for a coded column, or null for a number; same order as `names`. */
    categories: (readonly string[] | null)[];
}
/**
 * A feature table with a binary label: 1 = Lambda optimal, 0 = ECS optimal (or the two classes of
 * any other table).
 */
export interface LabelledTable {
    features: FeatureTable;
    label: Uint8Array;
}
/** The rows of `table` at `rows`, in that order. */
export declare function takeRows(table: FeatureTable, rows: ArrayLike<number>): FeatureTable;
/** The columns of `table` with these names, in that order. Throws on a name it does not have. */
export declare function takeColumns(table: FeatureTable, names: readonly string[]): FeatureTable;
