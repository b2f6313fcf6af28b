/**
 * A notebook that did not run to its end. Its message says where and why in one line, then shows
 * the line at fault.
 */
export class NotebookError extends Error {
    name = "NotebookError";
    kind;
    notebook;
    cellNumber;
    codeCellNumber;
    line;
    sourceLine;
    errorName;
    errorMessage;
    constructor(details) {
        super(describe(details));
        this.kind = details.kind;
        this.notebook = details.notebook;
        this.cellNumber = details.cellNumber;
        this.codeCellNumber = details.codeCellNumber;
        this.line = details.line;
        this.sourceLine = details.sourceLine;
        this.errorName = details.errorName;
        this.errorMessage = details.errorMessage;
    }
}
function describe({ notebook, cellNumber, codeCellNumber, line, sourceLine, errorName, errorMessage, }) {
    const cell = cellNumber === null ? "" : `, cell ${cellNumber} (code cell ${codeCellNumber})`;
    const place = line === null ? "" : `, line ${line}`;
    const shown = sourceLine === null ? "" : `\n  > ${sourceLine}`;
    return `${notebook}${cell}${place}: ${errorName}: ${errorMessage}${shown}`;
}
//# sourceMappingURL=notebook-error.js.map