// Errors as Jupyter wants them: name, message, and a traceback that names cell and line and shows the line itself.
"use strict";

const util = require("node:util");

/** The name under which cell n's code runs, and by which it stands in stack traces. */
exports.cellFile = (n) => `tslab-cell-${n}`;
const CELL_FRAME = /tslab-cell-(\d+):(\d+):(\d+)/;
const MACHINERY =
  /[/\\]tslab[/\\]dist[/\\]|[/\\]kernels[/\\]tslab[/\\]|node:vm:|node:internal[/\\]/;

/**
 * `cells` holds, by execution count, the source and the position map of each cell run so far; `root` is cut out of paths,
 * so that a saved notebook does not tell where it was run.
 * Returns {ename, evalue, traceback}: the content of a Jupyter `error` message.
 */
exports.describeError = function describeError(error, cells, root) {
  const { name, message } = nameAndMessage(error);
  const frames = String(error?.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .filter((line) => CELL_FRAME.test(line) || !MACHINERY.test(line));
  const lastCellFrame = frames.findLastIndex((line) => CELL_FRAME.test(line));
  const shown = lastCellFrame < 0 ? frames : frames.slice(0, lastCellFrame + 1);
  const traceback = [
    `${name}: ${message}`,
    ...shown.map((frame) => readableFrame(frame, cells)).filter((frame) => frame !== null),
  ];
  for (
    let cause = error?.cause, depth = 0;
    cause !== undefined && depth < 5;
    cause = cause?.cause, depth++
  ) {
    const described = nameAndMessage(cause);
    traceback.push(`Caused by ${described.name}: ${described.message}`);
  }
  return withoutRoot({ ename: name, evalue: message, traceback }, root);
};

/** What tslab says of a cell that does not compile: `diagnostics` are {line, column, message, file}, 1-based. */
exports.describeDiagnostics = function describeDiagnostics(diagnostics, n, source, root) {
  const traceback = diagnostics.map(({ line, column, message, file }) =>
    file
      ? `${file}:${line}:${column} - ${message}`
      : `cell [${n}] line ${line}, column ${column}: ${message}${quoted(source, line)}`,
  );
  const evalue = diagnostics.map((diagnostic) => diagnostic.message).join("\n");
  return withoutRoot(
    {
      ename: "TypeScriptError",
      evalue,
      traceback: ["TypeScriptError: the cell was not run", ...traceback],
    },
    root,
  );
};

function nameAndMessage(error) {
  if (
    error instanceof Error ||
    (typeof error?.message === "string" && typeof error?.name === "string")
  ) {
    return { name: error.name || "Error", message: error.message };
  }
  return {
    name: "Error",
    message: typeof error === "string" ? error : `thrown value ${util.inspect(error)}`,
  };
}

/** Null for a frame of the code that tslab puts around a cell's. */
function readableFrame(frame, cells) {
  const match = CELL_FRAME.exec(frame);
  if (!match) return frame.replace(" Proxy.", " "); // tslab keeps the variables of cells in a Proxy
  const [, n, line, column] = match.map(Number);
  const cell = cells.get(n);
  const position = cell.map(line, column);
  if (!position) return null;
  const callee = /^\s+at (?:async )?(?:Proxy\.)?([\w$.<>]+) \(/.exec(frame)?.[1];
  const inside = callee && callee !== "Object.<anonymous>" ? ` in ${callee}` : "";
  return `    at cell [${n}] line ${position.line}, column ${position.column}${inside}${quoted(cell.source, position.line)}`;
}

/** The line itself, set off, as the next line of the traceback. */
function quoted(source, line) {
  const text = source.split("\n")[line - 1]?.trim();
  return text ? `\n      > ${text}` : "";
}

function withoutRoot({ ename, evalue, traceback }, root) {
  const clean = (text) =>
    text.replaceAll(`file://${root}/`, "").replaceAll(`${root}/`, "").replaceAll(root, ".");
  return { ename, evalue: clean(evalue), traceback: traceback.map(clean) };
}
