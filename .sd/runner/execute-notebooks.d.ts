import { type ExecuteOptions, type NotebookProgress } from "./execute-notebook.js";
import { NotebookError } from "./notebook-error.js";
/** A notebook to execute and, where it is not to be written in place, where it goes. */
export interface NotebookJob {
    file: string;
    outPath?: string;
}
/** How one notebook of a batch fared. */
export interface NotebookResult {
    notebook: string;
    status: "done" | "failed" | "not-run";
    seconds: number;
    error: NotebookError | null;
}
export interface BatchProgress extends NotebookProgress {
    /** This notebook, from 1, of so many. */
    number: number;
    notebooks: number;
}
export interface BatchOptions extends Omit<ExecuteOptions, "outPath" | "onProgress"> {
    onProgress?: (progress: BatchProgress) => void;
}
/**
 * Executes notebooks one after the other, each in a kernel of its own, and stops at the first that
 * fails: its error stands in its result, and those after it are "not-run". While one notebook runs,
 * the next one's kernel starts and compiles its first cell, so that only the first notebook waits
 * for a kernel. Throws only where a file is no notebook (before anything is run) or cannot be
 * written.
 */
export declare function executeNotebooks(jobs: NotebookJob[], options?: BatchOptions): Promise<NotebookResult[]>;
