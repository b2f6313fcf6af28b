import path from "node:path";
import type ts from "typescript";
import { readNotebook, sourceOf } from "./notebook.js";

/** What the compiler says about one place in a notebook. */
export interface CellTypeError {
  /** Path of the notebook as it was given. */
  notebook: string;
  /** The cell among all cells and among code cells, from 1; null where no cell is to blame. */
  cellNumber: number | null;
  codeCellNumber: number | null;
  /** Line within the cell, from 1, and its text; null likewise. */
  line: number | null;
  sourceLine: string | null;
  /** "TS2345" and the like. */
  code: string;
  message: string;
}

/** Where the code of a cell begins in the module made of a notebook. */
interface CellStart {
  /** Line of the module, from 0. */
  firstLine: number;
  cellNumber: number;
  codeCellNumber: number;
}

interface NotebookModule {
  notebook: string;
  text: string;
  cells: CellStart[];
}

/**
 * Type-checks the code cells of notebooks without executing them. The cells of a notebook become
 * one module with top-level await, which imports the built library as the kernel does (types from
 * `lib/dist`: build first); the names that one cell declares are known to all that follow.
 *
 * @param notebooks paths of notebooks inside the project: modules are looked up from their folder
 * @returns the errors in the order of notebooks and lines; none means that all cells agree with
 *   the library. Throws InputError where a file is no notebook.
 */
export async function checkNotebookTypes(notebooks: readonly string[]): Promise<CellTypeError[]> {
  // The compiler takes a third of a second to load: only who checks types waits for it.
  const compiler = (await import("typescript")).default;
  const modules = new Map<string, NotebookModule>();
  for (const notebook of notebooks) {
    // The extension's module kind is ESM wherever the notebook lies.
    const file =
      path
        .resolve(notebook)
        .replaceAll(path.sep, "/")
        .replace(/\.ipynb$/, "") + ".mts";
    modules.set(file, moduleOf(notebook));
  }
  const program = programOf(compiler, modules);
  const errors: CellTypeError[] = [];
  for (const [file, module] of modules) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`the compiler did not take ${file}`);
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    for (const diagnostic of found) errors.push(errorAt(compiler, diagnostic, module));
  }
  return errors;
}

/** One line for people: notebook, cell, line, what is wrong; then the line at fault. */
export function describeTypeError(error: CellTypeError): string {
  const { notebook, cellNumber, codeCellNumber, line, sourceLine, code, message } = error;
  const cell = cellNumber === null ? "" : `, cell ${cellNumber} (code cell ${codeCellNumber})`;
  const place = line === null ? "" : `, line ${line}`;
  const shown = sourceLine === null ? "" : `\n  > ${sourceLine.trim()}`;
  return `${notebook}${cell}${place}: ${code}: ${message}${shown}`;
}

/** The code cells of a notebook, one below the other. */
function moduleOf(notebook: string): NotebookModule {
  const lines: string[] = [];
  const cells: CellStart[] = [];
  readNotebook(notebook).cells.forEach((cell, at) => {
    if (cell.cell_type !== "code") return;
    const start = { cellNumber: at + 1, codeCellNumber: cells.length + 1 };
    cells.push({ firstLine: lines.length, ...start });
    // The semicolon keeps a cell that ends with an expression apart from the next.
    lines.push(...sourceOf(cell).split(/\r?\n/), ";");
  });
  // A notebook without imports is a module all the same, as top-level await demands.
  lines.push("export {};");
  return { notebook, text: lines.join("\n"), cells };
}

/** A program of the modules in memory; everything they import comes from the disk. */
function programOf(compiler: typeof ts, modules: ReadonlyMap<string, NotebookModule>): ts.Program {
  const options: ts.CompilerOptions = {
    target: compiler.ScriptTarget.ES2022,
    // tslab compiles for Node with the browser's names known, console and fetch among them.
    lib: ["lib.es2023.d.ts"],
    module: compiler.ModuleKind.NodeNext,
    moduleResolution: compiler.ModuleResolutionKind.NodeNext,
    types: ["node"],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = compiler.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => modules.has(file) || fileExists.call(host, file);
  host.readFile = (file) => modules.get(file)?.text ?? readFile.call(host, file);
  host.getSourceFile = (file, language, ...rest) => {
    const module = modules.get(file);
    if (!module) return getSourceFile.call(host, file, language, ...rest);
    return compiler.createSourceFile(file, module.text, language);
  };
  return compiler.createProgram([...modules.keys()], options, host);
}

function errorAt(
  compiler: typeof ts,
  diagnostic: ts.Diagnostic,
  module: NotebookModule,
): CellTypeError {
  const shared = {
    notebook: module.notebook,
    code: `TS${diagnostic.code}`,
    message: compiler.flattenDiagnosticMessageText(diagnostic.messageText, "\n  "),
  };
  const nowhere = { cellNumber: null, codeCellNumber: null, line: null, sourceLine: null };
  if (!diagnostic.file || diagnostic.start === undefined) return { ...shared, ...nowhere };
  const at = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start).line;
  const cell = module.cells.findLast(({ firstLine }) => firstLine <= at);
  if (!cell) return { ...shared, ...nowhere };
  const { firstLine, ...numbers } = cell;
  const sourceLine = module.text.split("\n")[at];
  return { ...shared, ...numbers, line: at - firstLine + 1, sourceLine };
}
