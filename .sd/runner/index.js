export { executeNotebook, } from "./execute-notebook.js";
export { executeNotebooks, } from "./execute-notebooks.js";
export { Kernel } from "./kernel.js";
export { KernelDiedError } from "./kernel-process.js";
export { NotebookError, } from "./notebook-error.js";
export { readNotebook, sourceOf, writeNotebook, } from "./notebook.js";
//# sourceMappingURL=index.js.map