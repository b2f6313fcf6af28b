export { checkNotebookTypes, describeTypeError, type CellTypeError } from "./check-types.js";
export {
  executeNotebook,
  type ExecuteOptions,
  type NotebookProgress,
  type NotebookRun,
} from "./execute-notebook.js";
export {
  executeNotebooks,
  type BatchOptions,
  type BatchProgress,
  type NotebookJob,
  type NotebookResult,
} from "./execute-notebooks.js";
export { Kernel, type ExecuteReply, type KernelOptions } from "./kernel.js";
export { KernelDiedError } from "./kernel-process.js";
export type { Message } from "./messages.js";
export {
  NotebookError,
  type NotebookErrorDetails,
  type NotebookErrorKind,
} from "./notebook-error.js";
export {
  readNotebook,
  sourceOf,
  writeNotebook,
  type Notebook,
  type NotebookCell,
  type NotebookOutput,
} from "./notebook.js";
