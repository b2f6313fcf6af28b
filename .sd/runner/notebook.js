import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
/** The text of a cell. */
export function sourceOf(cell) {
    return Array.isArray(cell.source) ? cell.source.join("") : cell.source;
}
/** Text in lines, each with its line break, as nbformat stores it. */
export function asLines(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
/**
 * Reads a notebook of nbformat 4. Cells without an id (before 4.5) get "cell-1", "cell-2", …: the
 * same ones each time. Throws with the file's name where there is no such file, no JSON in it, or
 * no notebook of version 4.
 */
export function readNotebook(file) {
    let notebook;
    try {
        notebook = JSON.parse(readFileSync(file, "utf8"));
    }
    catch (error) {
        throw new Error(`${file}: cannot be read as a notebook: ${error.message}`);
    }
    if (notebook?.nbformat !== 4 || !Array.isArray(notebook.cells)) {
        throw new Error(`${file}: nbformat is ${JSON.stringify(notebook?.nbformat)}, needed is 4 with a list ` +
            "of cells; save it anew in Jupyter");
    }
    notebook.cells.forEach((cell, index) => (cell.id ??= `cell-${index + 1}`));
    notebook.nbformat_minor = Math.max(5, notebook.nbformat_minor);
    return notebook;
}
/**
 * Writes a notebook as Jupyter does (keys sorted, one space a level, a line break at the end), so
 * that either's files compare.
 */
export function writeNotebook(file, notebook) {
    // Beside the target and renamed: whoever reads the file meanwhile sees the old one or the new
    // one, never a part.
    const partial = path.join(path.dirname(file), `.${path.basename(file)}.partial`);
    writeFileSync(partial, `${JSON.stringify(sortedKeys(notebook), null, 1)}\n`);
    renameSync(partial, file);
}
function sortedKeys(value) {
    if (Array.isArray(value))
        return value.map(sortedKeys);
    if (value === null || typeof value !== "object")
        return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sortedKeys(inner)]));
}
//# sourceMappingURL=notebook.js.map