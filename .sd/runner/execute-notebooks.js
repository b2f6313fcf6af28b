import { executableCells, executeNotebook, } from "./execute-notebook.js";
import { Kernel } from "./kernel.js";
import { NotebookError } from "./notebook-error.js";
import { readNotebook, sourceOf } from "./notebook.js";
/**
 * Executes notebooks one after the other, each in a kernel of its own, and stops at the first that
 * fails: its error stands in its result, and those after it are "not-run". While one notebook runs,
 * the next one's kernel starts and compiles its first cell, so that only the first notebook waits
 * for a kernel. Throws only where a file is no notebook (before anything is run) or cannot be
 * written.
 */
export async function executeNotebooks(jobs, options = {}) {
    const firstCells = jobs.map(({ file }) => executableCells(readNotebook(file)).map(sourceOf)[0] ?? "");
    const results = jobs.map(({ file }) => ({
        notebook: file,
        status: "not-run",
        seconds: 0,
        error: null,
    }));
    const kernels = [];
    const prepared = (index) => (kernels[index] ??= prepareKernel(firstCells[index], options));
    try {
        for (const [index, { file, outPath }] of jobs.entries()) {
            const onProgress = (progress) => {
                // Not before the own kernel is up: two at once would take longer for the one that is waited
                // for.
                if (progress.status === "running" && index + 1 < jobs.length)
                    void prepared(index + 1);
                options.onProgress?.({ ...progress, number: index + 1, notebooks: jobs.length });
            };
            const started = performance.now();
            results[index].error = await executeNotebook(file, { ...options, outPath, onProgress }, prepared(index)).then(() => null, asNotebookError);
            results[index].seconds = (performance.now() - started) / 1000;
            results[index].status = results[index].error ? "failed" : "done";
            if (results[index].error)
                break;
        }
    }
    finally {
        await Promise.all(kernels.map(async (kernel) => kernel?.then((started) => started.kill(), () => { })));
    }
    return results;
}
function prepareKernel(firstCell, options) {
    const kernel = Kernel.start(options, options.signal).then(async (started) => {
        // Compiling ahead only saves time; a kernel that fails at it will tell when it is used.
        void started.inspect(firstCell, 0).catch(() => { });
        return started;
    });
    kernel.catch(() => { }); // told where the kernel is awaited
    return kernel;
}
function asNotebookError(error) {
    if (error instanceof NotebookError)
        return error;
    throw error;
}
//# sourceMappingURL=execute-notebooks.js.map