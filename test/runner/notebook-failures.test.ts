import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { executeNotebook, NotebookError, type ExecuteOptions } from "lib/runner";
import {
  isRunning,
  outputsOf,
  streamText,
  temporaryFolder,
  until,
  writeCells,
} from "./temporary-notebooks.js";

async function failure(file: string, options: ExecuteOptions = {}): Promise<NotebookError> {
  try {
    await executeNotebook(file, options);
  } catch (error) {
    assert.ok(error instanceof NotebookError, String(error));
    return error;
  }
  return assert.fail("the notebook ran to its end");
}

test(
  "a failing cell stops the run with cell, line and message; the notebook keeps what was " +
    "executed",
  async (t) => {
    const file = writeCells(temporaryFolder(t), [
      'console.log("before");',
      'import { quantile } from "lib/statistics";\ninterface Span {\n  from: ' +
        "number;\n}\n\nfunction at(span: Span): number {\n  return quantile([span.from], 7);\n}",
      "// a comment\nconst p: number = 3;\n\nat({ from: p });",
      'console.log("never");',
    ]);
    const error = await failure(file);
    assert.equal(error.kind, "cell-failed");
    assert.deepEqual(
      [error.cellNumber, error.codeCellNumber, error.line, error.sourceLine],
      [4, 3, 4, "at({ from: p });"],
    );
    assert.equal(error.errorName, "RangeError");
    assert.match(
      error.message,
      /test\.ipynb, cell 4 \(code cell 3\), line 4: RangeError: .*7.*\n  > at\(\{ from: p \}\);$/,
    );
    const [first, , third, fourth] = outputsOf(file);
    assert.equal(streamText(first), "before\n");
    assert.deepEqual(fourth, [], "later cells are not run, and show nothing of an earlier run");
    assert.equal(third.length, 1);
    assert.equal(third[0].ename, "RangeError");
    const traceback = (third[0].traceback as string[]).join("\n");
    assert.match(
      traceback,
      /at quantile \(lib\/src\/statistics\/quantile\.ts:\d+:\d+\)/,
      "the library's own sources, without the machine's path",
    );
    assert.match(traceback, /cell \[2\] line 7, column \d+ in at\n      > return quantile/);
    assert.ok(!traceback.includes(process.cwd()) && !traceback.includes("node_modules"), traceback);
  },
);

test("a cell that does not compile is not run, and names its lines: strict TypeScript", async (t) => {
  const file = writeCells(temporaryFolder(t), [
    'console.log("run");\nconst n: number = "5";\nfunction f(x) { return x; }',
  ]);
  const error = await failure(file);
  assert.deepEqual(
    [error.cellNumber, error.line, error.sourceLine, error.errorName],
    [2, 2, 'const n: number = "5";', "TypeScriptError"],
  );
  assert.match(
    error.errorMessage,
    /^Type 'string' is not assignable to type 'number'\.\nParameter 'x' implicitly has an 'any' type\.$/,
  );
  assert.equal(streamText(outputsOf(file)[0]), "");
});

test("a rejection nobody handles is an error of the cell that runs, at once", async (t) => {
  const file = writeCells(temporaryFolder(t), [
    'Promise.reject(new TypeError("lost"));\nawait new Promise((resolve) => ' +
      "setTimeout(resolve, 600_000));",
  ]);
  const error = await failure(file);
  assert.deepEqual([error.kind, error.errorName, error.line], ["cell-failed", "TypeError", 1]);
  assert.equal(error.errorMessage, "Unhandled promise rejection: lost");
});

test(
  "an exception thrown by a timer fails the notebook too, whether it comes before the next " +
    "cell or in it",
  async (t) => {
    for (const delayMs of [3, 500]) {
      const file = writeCells(temporaryFolder(t), [
        `setTimeout(() => { throw new Error("late"); }, ${delayMs});`,
        "await new Promise((resolve) => setTimeout(resolve, 600_000));",
      ]);
      const error = await failure(file);
      assert.equal(error.errorMessage, "Uncaught exception: late");
      assert.ok(
        outputsOf(file)
          .flat()
          .some((output) => output.evalue === error.errorMessage),
      );
    }
  },
);

test(
  "a cell over its time limit is ended: waiting, in a loop, and in a loop that hears no " +
    "interrupt",
  async (t) => {
    const folder = temporaryFolder(t);
    for (const endless of [
      "await new Promise(() => {});",
      "while (true) {}",
      "await null;\nwhile (true) {}",
    ]) {
      const file = writeCells(folder, ["1", `console.log("said");\n${endless}`, '"never"']);
      const error = await failure(file, { cellLimitMs: 2000 });
      assert.deepEqual([error.kind, error.cellNumber, error.codeCellNumber], ["time-limit", 3, 2]);
      assert.match(error.message, /the cell ran longer than 2 s/);
      const [, second, third] = outputsOf(file);
      assert.equal(streamText(second), "said\n", endless);
      assert.deepEqual(
        second.filter((output) => output.output_type === "error").map((output) => output.ename),
        ["TimeLimit"],
      );
      assert.deepEqual(third, []);
    }
  },
);

test("a kernel that dies is reported with its last words, and its output up to then is kept", async (t) => {
  const folder = temporaryFolder(t);
  const code =
    'console.log("said");\nimport fs from "node:fs";\nfs.writeSync(2, "out of ' +
    'luck\\n");\nprocess.kill(process.pid, "SIGKILL");';
  const file = writeCells(folder, [code, "2"]);
  const error = await failure(file);
  assert.deepEqual([error.kind, error.cellNumber], ["kernel-died", 2]);
  assert.match(
    error.errorMessage,
    /the kernel was ended by SIGKILL\. Its last words:\nout of luck/,
  );
  const [first] = outputsOf(file);
  assert.equal(streamText(first), "said\n");
  assert.equal(first.at(-1)!.evalue, "the kernel was ended by SIGKILL");
});

const children = (kind: string): string =>
  [
    'import fs from "node:fs";\nimport { spawn } from "node:child_process";\nimport { Worker ' +
      '} from "node:worker_threads";',
    'const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000); ' +
      "process.on('SIGTERM', () => {})\"]);",
    'const worker = new Worker("while (true) {}", { eval: true });',
    "fs.writeFileSync(process.env.PIDS!, `${process.pid} ${child.pid}`);",
    kind,
  ].join("\n");

for (const [kind, code] of Object.entries({
  waiting: "await new Promise(() => {});",
  busy: "await null;\nwhile (true) {}",
})) {
  test(
    `an aborted run (${kind} cell) ends kernel, worker and child processes and writes the ` +
      "notebook",
    async (t) => {
      const folder = temporaryFolder(t);
      const file = writeCells(folder, ['console.log("kept");', children(code)]);
      const pidsFile = path.join(folder, "pids");
      const controller = new AbortController();
      const failed = failure(file, { signal: controller.signal, env: { PIDS: pidsFile } });
      await until(() => existsSync(pidsFile) && readFileSync(pidsFile, "utf8").includes(" "));
      const pids = readFileSync(pidsFile, "utf8").split(" ").map(Number);
      assert.deepEqual(pids.map(isRunning), [true, true]);
      controller.abort();
      const error = await failed;
      assert.deepEqual([error.kind, error.cellNumber], ["aborted", 3]);
      // a killed child is gone when the system has collected it
      await until(() => !pids.some(isRunning));
      assert.equal(streamText(outputsOf(file)[0]), "kept\n");
    },
  );
}
