import { fromArrow, table as arqueroTable } from "arquero";
/** Prefix of the extra columns, so that they can never be taken for features. */
const EXTRA = "row.";
/**
 * A labelled table as Arrow IPC bytes: the features by name, `label`, and the extra columns under
 * "row.".
 */
export function labelledTableToArrow({ features, label }, extra = {}) {
    const columns = {};
    features.names.forEach((name, f) => (columns[name] = features.columns[f]));
    for (const [name, values] of Object.entries(extra))
        columns[EXTRA + name] = values;
    columns.label = label;
    return arqueroTable(columns).toArrowIPC({ format: "file" });
}
/**
 * Reads what `labelledTableToArrow` wrote. Category names are not stored: take them from the
 * requests where they matter.
 */
export function labelledTableFromArrow(bytes) {
    const table = fromArrow(bytes);
    const numbers = (name) => Float64Array.from(table.array(name));
    const names = table.columnNames().filter((name) => name !== "label" && !name.startsWith(EXTRA));
    const features = {
        rowCount: table.numRows(),
        names,
        columns: names.map(numbers),
        categories: names.map(() => null),
    };
    const extra = {};
    for (const name of table.columnNames())
        if (name.startsWith(EXTRA))
            extra[name.slice(EXTRA.length)] = numbers(name);
    return { features, label: Uint8Array.from(table.array("label")), extra };
}
//# sourceMappingURL=arrow.js.map