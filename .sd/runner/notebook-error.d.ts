/** Why a notebook stopped. */
export type NotebookErrorKind = "cell-failed" | "time-limit" | "kernel-died" | "aborted";
/** What is known of the place where a notebook stopped. */
export interface NotebookErrorDetails {
    kind: NotebookErrorKind;
    /** Path of the notebook as it was given. */
    notebook: string;
    /**
     * The cell among all cells, from 1; null where the kernel failed before the first or after the
     * last.
     */
    cellNumber: number | null;
    /** The same among code cells. */
    codeCellNumber: number | null;
    /** Line within the cell, from 1, and its text; null where it is not known. */
    line: number | null;
    sourceLine: string | null;
    /** Name and message of the error; for "time-limit" and the like, what happened in a sentence. */
    errorName: string;
    errorMessage: string;
}
/**
 * A notebook that did not run to its end. Its message says where and why in one line, then shows
 * the line at fault.
 */
export declare class NotebookError extends Error implements NotebookErrorDetails {
    readonly name = "NotebookError";
    readonly kind: NotebookErrorKind;
    readonly notebook: string;
    readonly cellNumber: number | null;
    readonly codeCellNumber: number | null;
    readonly line: number | null;
    readonly sourceLine: string | null;
    readonly errorName: string;
    readonly errorMessage: string;
    constructor(details: NotebookErrorDetails);
}
