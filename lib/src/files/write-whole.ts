import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writingTo } from "./system-error.js";

/** End of a file's name until it is whole: no reader of logs or artefacts takes it for one. */
const PARTIAL = ".partial";

/** Makes a folder, and those above it. Throws a WriteError. */
export function makeFolder(folder: string): void {
  writingTo(folder, () => makeEach(path.resolve(folder)));
}

/**
 * Level by level: `mkdirSync` with `recursive` (Node 20) asks on without end where a folder that is
 * there says of one to be made in it that it does not exist, as /proc does.
 */
function makeEach(folder: string): void {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return;
    // The system's own refusal.
    mkdirSync(path.join(folder, "x"));
  }
  makeEach(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/**
 * Writes a file whole or not at all: under another name beside it, then renamed, so that neither a
 * full disk nor a killed process leaves a half one, and whoever reads meanwhile sees the old file
 * or the new one. Missing folders are made. Throws a WriteError.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  writeAllWhole([[file, content]]);
}

/** The same for files that belong together: all are written before the first gets its name. */
export function writeAllWhole(
  files: Iterable<readonly [file: string, content: string | Uint8Array]>,
): void {
  // Two processes may write one file (the run worked on last) without spoiling each other's.
  const partial = new PartialFiles(`.${process.pid}`);
  try {
    for (const [file, content] of files) {
      const begun = partial.begin(file);
      writingTo(file, () => writeFileSync(begun, content));
    }
    partial.finish();
  } catch (error) {
    partial.discard();
    throw error;
  }
}

/** Files that are being written, which get their names together at the end. */
export class PartialFiles {
  private readonly files: string[] = [];

  /** @param mark what their names carry besides, of a writer that may not be alone */
  constructor(private readonly mark = "") {}

  /** The name under which `file` is written, of a file that is there and empty. */
  begin(file: string): string {
    makeFolder(path.dirname(file));
    const partial = this.partialOf(file);
    // What a process that was killed had begun is begun anew.
    writingTo(file, () => writeFileSync(partial, ""));
    this.files.push(file);
    return partial;
  }

  finish(): void {
    for (const file of this.files) writingTo(file, () => renameSync(this.partialOf(file), file));
    this.files.length = 0;
  }

  discard(): void {
    for (const file of this.files) rmSync(this.partialOf(file), { force: true });
    this.files.length = 0;
  }

  private partialOf(file: string): string {
    return `${file}${this.mark}${PARTIAL}`;
  }
}
