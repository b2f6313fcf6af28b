import type { LabelledTable } from "./table.js";
/**
 * Extra columns that travel with a labelled table (the row of each request, its platform, its cell
 * ...).
 */
export type ExtraColumns = Record<string, Float64Array>;
/**
 * A labelled table as Arrow IPC bytes: the features by name, `label`, and the extra columns under
 * "row.".
 */
export declare function labelledTableToArrow({ features, label }: LabelledTable, extra?: ExtraColumns): Uint8Array;
/**
 * Reads what `labelledTableToArrow` wrote. Category names are not stored: take them from the
 * requests where they matter.
 */
export declare function labelledTableFromArrow(bytes: Uint8Array): LabelledTable & {
    extra: ExtraColumns;
};
