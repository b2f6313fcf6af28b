import { createRequire } from "node:module";
/**
 * Shows an output. Inside a tslab cell it goes to the notebook; anywhere else (a command, a test)
 * its plain text is printed. With an `id` a later call of the same id replaces what was shown.
 */
export function showOutput(data, id) {
    const write = tslabWriter();
    if (write)
        write({ data, metadata: {}, transient: id ? { display_id: id.displayId } : {} }, id?.isUpdate ?? false);
    else
        process.stdout.write(`${String(data["text/plain"])}\n`);
}
/** True while a notebook's cell can be written to. */
export function insideNotebook() {
    return tslabWriter() !== null;
}
function tslabWriter() {
    // Only a kernel has loaded tslab already; a command must not load it (nor its compiler) to print
    // a table.
    const require = createRequire(import.meta.url);
    const loaded = require.cache[require.resolve("tslab/dist/jupyter.js")];
    return loaded?.exports?.lastWriteDisplayData ?? null;
}
//# sourceMappingURL=outputs.js.map