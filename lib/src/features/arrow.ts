import { fromArrow, table as arqueroTable } from "arquero";
import type { FeatureTable, LabelledTable } from "./table.js";

/**
 * Extra columns that travel with a labelled table (the row of each request, its platform, its cell
 * ...).
 */
export type ExtraColumns = Record<string, Float64Array>;

/** Prefix of the extra columns, so that they can never be taken for features. */
const EXTRA = "row.";

/**
 * A labelled table as Arrow IPC bytes: the features by name, `label`, and the extra columns under
 * "row.".
 */
export function labelledTableToArrow(
  { features, label }: LabelledTable,
  extra: ExtraColumns = {},
): Uint8Array {
  const columns: Record<string, ArrayLike<number>> = {};
  features.names.forEach((name, f) => (columns[name] = features.columns[f]));
  for (const [name, values] of Object.entries(extra)) columns[EXTRA + name] = values;
  columns.label = label;
  return arqueroTable(columns as Record<string, Float64Array>).toArrowIPC({ format: "file" });
}

/**
 * Reads what `labelledTableToArrow` wrote. Category names are not stored: take them from the
 * requests where they matter.
 */
export function labelledTableFromArrow(bytes: Uint8Array): LabelledTable & { extra: ExtraColumns } {
  const table = fromArrow(bytes);
  const numbers = (name: string): Float64Array =>
    Float64Array.from(table.array(name) as ArrayLike<number>);
  const names = table.columnNames().filter((name) => name !== "label" && !name.startsWith(EXTRA));
  const features: FeatureTable = {
    rowCount: table.numRows(),
    names,
    columns: names.map(numbers),
    categories: names.map(() => null),
  };
  const extra: ExtraColumns = {};
  for (const name of table.columnNames())
    if (name.startsWith(EXTRA)) extra[name.slice(EXTRA.length)] = numbers(name);
  return { features, label: Uint8Array.from(table.array("label") as ArrayLike<number>), extra };
}
