import { setTimeout as sleep } from "node:timers/promises";
import { KernelDiedError } from "./kernel-process.js";
import { Kernel } from "./kernel.js";
import { NotebookError } from "./notebook-error.js";
import { readNotebook, sourceOf, writeNotebook, } from "./notebook.js";
import { OutputCollector } from "./outputs.js";
/** Time for an interrupted cell to hand over what it printed. */
const INTERRUPT_GRACE_MS = 1000;
/**
 * Executes the code cells of a notebook in order, in a fresh kernel (or the one given, which is
 * used up), and writes notebook and outputs as nbformat 4.5. Outputs of an earlier run are dropped
 * first, so none can pass for this run's. Throws NotebookError where a cell fails, takes longer
 * than the limit, or the kernel dies, and when `signal` aborts: after the partly executed notebook
 * was written. No process is left behind either way.
 */
export async function executeNotebook(file, options = {}, prepared) {
    const outPath = options.outPath ?? file;
    const started = performance.now();
    const execution = new Execution(file, readNotebook(file), options, started);
    try {
        await execution.run(prepared ?? Kernel.start(options, options.signal));
    }
    finally {
        writeNotebook(outPath, execution.finishedNotebook());
    }
    return {
        notebook: file,
        outPath,
        cells: execution.cells.length,
        seconds: (performance.now() - started) / 1000,
    };
}
/** Code cells that hold code, the ones that are executed. */
export function executableCells(notebook) {
    return notebook.cells.filter((cell) => cell.cell_type === "code" && sourceOf(cell).trim() !== "");
}
class Execution {
    file;
    notebook;
    options;
    started;
    cells;
    #collector = new OutputCollector();
    /**
     * The cell at hand: later messages (output of a timer, a late rejection) belong to it as well.
     */
    #current = -1;
    /**
     * Aborted, with the error, by what fails after its cell was done: it may come while the next cell
     * already waits.
     */
    #lateFailure = new AbortController();
    constructor(file, notebook, options, started) {
        this.file = file;
        this.notebook = notebook;
        this.options = options;
        this.started = started;
        this.cells = executableCells(notebook);
        for (const cell of notebook.cells)
            if (cell.cell_type === "code")
                Object.assign(cell, { outputs: [], execution_count: null });
    }
    async run(starting) {
        this.#report("starting");
        let kernel;
        try {
            kernel = await starting;
            kernel.onLateMessage = (message) => this.#receiveLate(message);
            this.notebook.metadata.language_info = kernel.languageInfo;
            for (const index of this.cells.keys()) {
                this.#current = index;
                this.#report("running");
                await this.#runCell(kernel, this.cells[index]);
                this.#report("done");
            }
            await kernel.shutdown();
            this.#lateFailure.signal.throwIfAborted();
        }
        catch (error) {
            const ending = kernel?.ending;
            await kernel?.kill();
            this.#report("failed");
            const notebookError = this.#asNotebookError(error);
            if (notebookError instanceof NotebookError && notebookError.kind !== "cell-failed")
                this.#noteEnd(notebookError, ending);
            throw notebookError;
        }
    }
    finishedNotebook() {
        this.#collector.finish();
        return this.notebook;
    }
    async #runCell(kernel, cell) {
        this.options.signal?.throwIfAborted();
        this.#lateFailure.signal.throwIfAborted();
        const outputs = cell.outputs;
        const reply = kernel.execute(sourceOf(cell), (message) => {
            if (message.type === "execute_input")
                cell.execution_count = message.content.execution_count;
            else
                this.#collector.add(outputs, message);
        });
        const { status } = await this.#withinLimit(kernel, reply);
        if (status !== "ok")
            throw this.#cellError(outputs.find((output) => output.output_type === "error"));
    }
    /**
     * Waits for the reply, but no longer than the limit allows, nor beyond an abort of the run or a
     * late failure.
     */
    async #withinLimit(kernel, reply) {
        const { cellLimitMs } = this.options;
        const settled = new AbortController();
        const aborts = [this.options.signal, this.#lateFailure.signal].filter((signal) => signal !== undefined);
        reply.catch(() => { }); // killed below, it rejects after the race was decided
        const limit = cellLimitMs === undefined
            ? []
            : [sleep(cellLimitMs, "limit", { signal: settled.signal })];
        const aborted = aborts.map((signal) => abortOf(signal, settled.signal));
        for (const waiting of [...limit, ...aborted])
            waiting.catch(() => { }); // ended by `settled`
        const first = await Promise.race([reply, ...limit, ...aborted]).finally(() => settled.abort());
        if (first !== "limit")
            return first;
        kernel.interrupt();
        await Promise.race([reply.catch(() => { }), sleep(INTERRUPT_GRACE_MS)]);
        throw this.#error("time-limit", "TimeLimit", `the cell ran longer than ${cellLimitMs / 1000} s and was ended`);
    }
    #receiveLate(message) {
        if (this.#current < 0)
            return;
        this.#collector.add(this.cells[this.#current].outputs, message);
        if (message.type === "error")
            this.#lateFailure.abort(this.#cellError({ output_type: "error", ...message.content }));
    }
    /**
     * The error output names the line as "cell [n] line k": of the frames in it, the first in this
     * cell is the one to show.
     */
    #cellError(output) {
        const cell = this.cells[this.#current];
        const frame = new RegExp(`cell \\[${cell.execution_count}\\] line (\\d+)`).exec(String(output?.traceback));
        const line = frame ? Number(frame[1]) : null;
        return this.#error("cell-failed", String(output?.ename ?? "Error"), String(output?.evalue ?? "the cell failed without a message"), line);
    }
    #asNotebookError(error) {
        if (error instanceof NotebookError)
            return error;
        if (this.options.signal?.aborted)
            return this.#error("aborted", "Aborted", "the run was ended from outside");
        if (error instanceof KernelDiedError)
            return this.#error("kernel-died", error.name, error.message);
        return error;
    }
    #error(kind, errorName, errorMessage, line = null) {
        const cell = this.cells[this.#current];
        const codeCells = this.notebook.cells.filter((other) => other.cell_type === "code");
        return new NotebookError({
            kind,
            notebook: this.file,
            cellNumber: cell ? this.notebook.cells.indexOf(cell) + 1 : null,
            codeCellNumber: cell ? codeCells.indexOf(cell) + 1 : null,
            line,
            sourceLine: cell && line !== null ? (sourceOf(cell).split("\n")[line - 1]?.trim() ?? null) : null,
            errorName,
            errorMessage,
        });
    }
    /**
     * Lets the reader of the notebook see, too, where a run ended that the kernel could say nothing
     * of.
     */
    #noteEnd({ errorName, errorMessage }, ending) {
        const cell = this.cells[this.#current];
        // Not the kernel's last words: they may tell of the machine.
        const evalue = ending ?? errorMessage;
        const kept = cell?.outputs?.filter((output) => output.output_type !== "error") ?? [];
        if (cell)
            cell.outputs = [
                ...kept,
                { output_type: "error", ename: errorName, evalue, traceback: [`${errorName}: ${evalue}`] },
            ];
    }
    #report(status) {
        const elapsedMs = performance.now() - this.started;
        this.options.onProgress?.({
            notebook: this.file,
            status,
            cell: this.#current + 1,
            cells: this.cells.length,
            elapsedMs,
        });
    }
}
/**
 * Rejects with the reason when `signal` aborts; never settles otherwise. Stops listening when
 * `until` aborts.
 */
function abortOf(signal, until) {
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true, signal: until }));
}
//# sourceMappingURL=execute-notebook.js.map