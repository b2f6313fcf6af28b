import { Kernel, type KernelOptions } from "./kernel.js";
import { type Notebook, type NotebookCell } from "./notebook.js";
/** Where a run stands; given when a notebook's kernel is awaited and when a cell starts or ends. */
export interface NotebookProgress {
    notebook: string;
    status: "starting" | "running" | "done" | "failed";
    /**
     * The code cell at hand, from 1 (0 while the kernel is awaited), of so many code cells that hold
     * code.
     */
    cell: number;
    cells: number;
    /** ms since the notebook was begun. */
    elapsedMs: number;
}
export interface ExecuteOptions extends KernelOptions {
    /** Where the executed notebook goes (default: in place). */
    outPath?: string;
    /**
     * Longest time for one cell, ms (default: none). The cell is interrupted, and after a second the
     * kernel ended.
     */
    cellLimitMs?: number;
    onProgress?: (progress: NotebookProgress) => void;
    /** Ends the kernel and the run within two seconds; what was executed so far is written. */
    signal?: AbortSignal;
}
/** A notebook that ran to its end. */
export interface NotebookRun {
    notebook: string;
    outPath: string;
    /** Executed code cells. */
    cells: number;
    seconds: number;
}
/**
 * Executes the code cells of a notebook in order, in a fresh kernel (or the one given, which is
 * used up), and writes notebook and outputs as nbformat 4.5. Outputs of an earlier run are dropped
 * first, so none can pass for this run's. Throws NotebookError where a cell fails, takes longer
 * than the limit, or the kernel dies, and when `signal` aborts: after the partly executed notebook
 * was written. No process is left behind either way.
 */
export declare function executeNotebook(file: string, options?: ExecuteOptions, prepared?: Promise<Kernel>): Promise<NotebookRun>;
/** Code cells that hold code, the ones that are executed. */
export declare function executableCells(notebook: Notebook): NotebookCell[];
