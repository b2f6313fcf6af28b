import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { executeNotebook } from "lib/runner";
import { outputsOf, streamText, temporaryFolder, writeCells } from "./temporary-notebooks.js";

const installed = spawnSync("jupyter", ["nbconvert", "--version"]).status === 0;
const skip = installed
  ? false
  : "Jupyter's nbconvert is not installed (Debian: jupyter-nbconvert python3-nbclient " +
    "jupyter-client python3-ipython)";

function nbconvert(file: string, outName: string): { status: number | null; stderr: string } {
  return spawnSync(
    "jupyter",
    ["nbconvert", "--to", "notebook", "--execute", "--output", outName, path.basename(file)],
    {
      cwd: path.dirname(file), // not the project's root: the kernel has to find it
      env: {
        ...process.env,
        JUPYTER_PATH: path.resolve("jupyter"),
        JUPYTER_RUNTIME_DIR: path.join(path.dirname(file), "runtime"),
      },
      encoding: "utf8",
    },
  );
}

test(
  "jupyter nbconvert executes a notebook with the project's kernel, and agrees with the runner",
  { skip },
  async (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(path.join(folder, "runtime"));
    const file = writeCells(folder, [
      'import { quantile } from "lib/statistics";\nquantile([3, 1, 2], 0.5)',
      "for (let i = 0; i < 20000; i++) console.log(i);",
      'import { newDisplay } from "tslab";\nconst bar = ' +
        'newDisplay();\nbar.text("a");\nbar.text("b");',
    ]);
    const { status, stderr } = nbconvert(file, "out.ipynb");
    assert.equal(status, 0, stderr);
    const byJupyter = outputsOf(path.join(folder, "out.ipynb"));
    assert.equal(
      streamText(byJupyter[1]),
      Array.from({ length: 20_000 }, (_, i) => `${i}\n`).join(""),
    );
    await executeNotebook(file);
    assert.deepEqual(byJupyter, outputsOf(file));
  },
);

test(
  "a failing cell fails nbconvert, with the error's name, message and line",
  { skip },
  async (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(path.join(folder, "runtime"));
    const { status, stderr } = nbconvert(
      writeCells(folder, ["const a = 1;\nthrow new RangeError(`a is ${a}`);"]),
      "out.ipynb",
    );
    assert.notEqual(status, 0);
    assert.match(stderr, /RangeError: a is 1/);
    assert.match(stderr, /cell \[1\] line 2/);
  },
);
