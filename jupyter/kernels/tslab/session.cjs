// Runs cells one at a time on tslab's converter and executor, and turns whatever goes wrong into one described error.
"use strict";

const vm = require("node:vm");
const { cellFile, describeDiagnostics, describeError } = require("./errors.cjs");

/** tslab wraps the code of every cell in a function that it calls with these. */
const CELL_CALL = "(__tslab__.exports, __tslab__.require)";

exports.createSession = function createSession(requireFromRoot, root, compiler) {
  const { createConverter } = requireFromRoot("tslab/dist/converter.js");
  const { createExecutor } = requireFromRoot("tslab/dist/executor.js");
  /** Execution count to {source, map}, for the traces of errors raised in functions of earlier cells. */
  const cells = new Map();
  let running = null; // {n, onResult, error, diagnostics}

  // tslab gives the code of cells no file name, so their stack frames could not be told apart.
  const runInThisContext = vm.runInThisContext;
  vm.runInThisContext = (code, options) => {
    if (!running || !code.endsWith(CELL_CALL)) return runInThisContext(code, options);
    const wrapper = code.indexOf("{ ") + 2; // the wrapper's head stands on the first line and moves its columns
    const cell = cells.get(running.n);
    const map = compiler.lastMap();
    const callLine = code.split("\n").length; // tslab's own call of the wrapper is no line of the cell
    cell.map = (line, column) => (line < callLine ? map(line, column) : null);
    // While Node lends SIGINT to a script and takes it back, the signal ends the process. A cell that awaits gives SIGINT
    // to the event loop anyhow; only one that cannot (no `await` of its own) needs the loan.
    const breakOnSigint = !code.startsWith("(async ");
    return runInThisContext(code, {
      breakOnSigint,
      filename: cellFile(running.n),
      columnOffset: -wrapper,
    });
  };

  const node = createConverter({ isJS: false, isBrowser: false });
  let browser;
  const converters = {
    node,
    get browser() {
      return (browser ??= createConverter({ isJS: false, isBrowser: true }));
    },
    close() {
      node.close();
      browser?.close();
    },
  };

  // The executor reports through a console: the value of the last expression to `log`, and to `error` either what was
  // thrown (one argument) or a compiler message (a format with file, line, column and text).
  const executor = createExecutor(root, converters, {
    log: (value) => running.onResult(value),
    error: (...args) => {
      if (args.length === 1) running.error ??= args[0];
      else
        running.diagnostics.push({
          file: args[1].trim(),
          line: args[2],
          column: args[3],
          message: args[4],
        });
    },
  });

  /** Runs one cell as number n; returns null, or the content of a Jupyter `error` message. Never throws. */
  async function run(n, source, onResult) {
    cells.set(n, { source, map: () => null });
    running = { n, onResult, error: undefined, diagnostics: [] };
    try {
      let ok = false;
      try {
        ok = await executor.execute(source);
      } catch (error) {
        running.error ??= error; // tslab or its compiler itself failed
      }
      // Rejections nobody handles are reported only after the promise jobs are done: give them that turn.
      await new Promise((resolve) => setImmediate(resolve));
      if (ok && running.error === undefined && running.diagnostics.length === 0) return null;
      if (running.diagnostics.length > 0)
        return describeDiagnostics(running.diagnostics, n, source, root);
      if (running.error?.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED")
        running.error = interruption();
      return describeError(
        running.error ?? new Error("the cell failed without a message"),
        cells,
        root,
      );
    } finally {
      running = null;
    }
  }

  function interrupt() {
    if (running) running.error ??= interruption();
    executor.interrupt();
  }

  /** An error that reached nobody. Ends the running cell with it and returns null, or describes it where none runs. */
  function fault(kind, reason) {
    // A new error, since messages of some (DOMException) cannot be changed.
    const error = new Error(`${kind}: ${reason?.message ?? reason}`);
    error.name = reason?.name ?? "Error";
    error.stack = reason?.stack ?? "";
    if (!running) return describeError(error, cells, root);
    running.error ??= error;
    executor.interrupt();
    return null;
  }

  return { executor, run, interrupt, fault };
};

function interruption() {
  const error = new Error("the cell was interrupted");
  error.name = "Interrupted";
  error.stack = "";
  return error;
}
