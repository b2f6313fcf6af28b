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
export declare function sourceOf(cell: NotebookCell): string;
/** Text in lines, each with its line break, as nbformat stores it. */
export declare function asLines(text: string): string[];
/**
 * Reads a notebook of nbformat 4. Cells without an id (before 4.5) get "cell-1", "cell-2", …: the
 * same ones each time. Throws with the file's name where there is no such file, no JSON in it, or
 * no notebook of version 4.
 */
export declare function readNotebook(file: string): Notebook;
/**
 * Writes a notebook as Jupyter does (keys sorted, one space a level, a line break at the end), so
 * that either's files compare.
 */
export declare function writeNotebook(file: string, notebook: Notebook): void;
