import { readFileSync } from "node:fs";
import { writeWhole } from "../files/index.js";
import { InputError } from "../statistics/index.js";

/** One output of a code cell (nbformat 4.5); text is kept as nbformat stores it, in lines. */
export interface NotebookOutput {
  output_type: "stream" | "display_data" | "execute_result" | "error";
  [field: string]: unknown;
}

export interface NotebookCell {
  cell_type: "code" | "markdown" | "raw";
  id: string;
  metadata: Record<string, unknown>;
  source: string | string[];
  outputs?: NotebookOutput[];
  execution_count?: number | null;
}

/**
 * A notebook as its file holds it (nbformat 4.5,
 * https://nbformat.readthedocs.io/en/latest/format_description.html).
 */
export interface Notebook {
  nbformat: number;
  nbformat_minor: number;
  metadata: Record<string, unknown>;
  cells: NotebookCell[];
}

/** The text of a cell. */
export function sourceOf(cell: NotebookCell): string {
  return Array.isArray(cell.source) ? cell.source.join("") : cell.source;
}

/** Text in lines, each with its line break, as nbformat stores it. */
export function asLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * Reads a notebook of nbformat 4. Cells without an id (before 4.5) get "cell-1", "cell-2", …: the
 * same ones each time. Throws with the file's name where there is no such file, no JSON in it, or
 * no notebook of version 4.
 */
export function readNotebook(file: string): Notebook {
  let notebook: Notebook;
  try {
    notebook = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new InputError(`${file}: cannot be read as a notebook: ${(error as Error).message}`);
  }
  if (notebook?.nbformat !== 4 || !Array.isArray(notebook.cells)) {
    throw new InputError(
      `${file}: nbformat is ${JSON.stringify(notebook?.nbformat)}, needed is 4 with a list ` +
        "of cells; save it anew in Jupyter",
    );
  }
  notebook.cells.forEach((cell: unknown, index) => {
    if (!isCell(cell))
      throw new InputError(
        `${file}: cell ${index + 1} is no cell of nbformat 4 (a type, metadata, and its source ` +
          "as text or lines); save it anew in Jupyter",
      );
    cell.id ??= `cell-${index + 1}`;
  });
  notebook.nbformat_minor = Math.max(5, notebook.nbformat_minor);
  return notebook;
}

function isCell(value: unknown): value is NotebookCell {
  if (typeof value !== "object" || value === null) return false;
  const { cell_type: type, metadata, source } = value as Record<string, unknown>;
  const isText = (text: unknown): boolean => typeof text === "string";
  return (
    ["code", "markdown", "raw"].includes(type as string) &&
    typeof metadata === "object" &&
    metadata !== null &&
    (isText(source) || (Array.isArray(source) && source.every(isText)))
  );
}

/**
 * Writes a notebook as Jupyter does (keys sorted, one space a level, a line break at the end), so
 * that either's files compare.
 */
export function writeNotebook(file: string, notebook: Notebook): void {
  writeWhole(file, `${JSON.stringify(sortedKeys(notebook), null, 1)}\n`);
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortedKeys(inner)]));
}
