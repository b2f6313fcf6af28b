import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestContext } from "node:test";
import { readNotebook, type Notebook, type NotebookOutput } from "lib/runner";

/** A folder that goes when the test is over. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "study-runner-test-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a notebook that holds a text cell and then these code cells, and returns its path. */
export function writeCells(folder: string, sources: string[], name = "test.ipynb"): string {
  const code = sources.map((source, index) => ({
    cell_type: "code",
    id: `code-${index + 1}`,
    metadata: {},
    source: source.split(/(?<=\n)/),
    outputs: [{ output_type: "stream", name: "stdout", text: ["of an earlier run\n"] }],
    execution_count: 7,
  }));
  const text = { cell_type: "markdown", id: "text", metadata: {}, source: ["# Test"] };
  const metadata = {
    kernelspec: { display_name: "TypeScript (tslab)", language: "typescript", name: "tslab" },
  };
  const file = path.join(folder, name);
  writeFileSync(
    file,
    JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells: [text, ...code] }),
  );
  return file;
}

/** Outputs of each code cell, in order. */
export function outputsOf(notebook: Notebook | string): NotebookOutput[][] {
  const { cells } = typeof notebook === "string" ? readNotebook(notebook) : notebook;
  return cells.filter((cell) => cell.cell_type === "code").map((cell) => cell.outputs!);
}

/** Text of one of a cell's streams. */
export function streamText(
  outputs: NotebookOutput[],
  name: "stdout" | "stderr" = "stdout",
): string {
  return outputs
    .filter((output) => output.name === name)
    .flatMap((output) => output.text as string[])
    .join("");
}

/** Waits until `happened` says so; gives up after half a minute, so that a failing test ends. */
export async function until(happened: () => boolean): Promise<void> {
  for (let waits = 0; !happened(); waits++) {
    if (waits > 1500) throw new Error(`still waiting for ${happened}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * Does a process with this id run? A dead one that nobody has collected yet (a zombie) does not.
 */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== "linux") return true;
  try {
    const state = /\) (\w) /.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))![1];
    return state !== "Z" && state !== "X";
  } catch {
    return false; // gone between the two looks
  }
}
