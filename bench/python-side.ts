import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { TrainingData } from "lib/models";

/**
 * What one measurement gave: wall-clock seconds, seconds of processor time in all threads, and a
 * score to see that the work was the same.
 */
export interface Measurement {
  seconds: number;
  processorSeconds: number;
  score: number;
}

export const HOW_TO_INSTALL = "apt-get install python3-sklearn python3-xgboost python3-pandas";

/** Debian's packages belong to Debian's Python, whatever comes first in the path. */
const DEBIAN_PYTHON = "/usr/bin/python3";

const SCRIPT = fileURLToPath(new URL("../python/measure.py", import.meta.url));

/**
 * A Python process that holds the same tables and measures on request; its start-up and loading are
 * not counted.
 */
export class PythonSide {
  private constructor(
    private readonly process: ChildProcessWithoutNullStreams,
    private readonly lines: AsyncIterator<string>,
    private readonly reader: Interface,
    private readonly folder: string,
    readonly versions: string,
  ) {}

  /** null, with the reason, where Python or a package is missing. */
  static async start(
    train: TrainingData,
    test: TrainingData,
    logs: string | null,
  ): Promise<PythonSide | string> {
    const folder = await mkdtemp(path.join(tmpdir(), "bench-"));
    for (const [name, data] of [
      ["train", train],
      ["test", test],
    ] as const) {
      await writeFile(
        path.join(folder, `${name}.bin`),
        Buffer.concat(
          data.features.columns.map(
            (column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
          ),
        ),
      );
      await writeFile(path.join(folder, `${name}.labels`), data.label);
    }
    const child = spawn(existsSync(DEBIAN_PYTHON) ? DEBIAN_PYTHON : "python3", [
      SCRIPT,
      folder,
      String(train.features.columns.length),
      logs ?? "",
    ]);
    let complaint = "";
    child.stderr.on("data", (text: Buffer) => (complaint += text.toString()));
    const failed = new Promise<string>((resolve) =>
      child.on("error", (error) => resolve(error.message)),
    );
    const reader = createInterface(child.stdout);
    const lines = reader[Symbol.asyncIterator]();
    const first = await Promise.race([
      failed,
      lines
        .next()
        .then(({ value, done }) =>
          done ? complaint.trim().split("\n").pop()! : (JSON.parse(value) as { versions: string }),
        ),
    ]);
    if (typeof first !== "string")
      return new PythonSide(child, lines, reader, folder, first.versions);
    await rm(folder, { recursive: true });
    return first;
  }

  async measure(task: string): Promise<Measurement> {
    this.process.stdin.write(`${task}\n`);
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`the Python side ended during "${task}"`);
    return JSON.parse(value) as Measurement;
  }

  async end(): Promise<void> {
    this.process.stdin.end();
    this.reader.close();
    await rm(this.folder, { recursive: true });
  }
}
