import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { executeNotebook, executeNotebooks, readNotebook, type BatchProgress } from "lib/runner";
import {
  isRunning,
  outputsOf,
  streamText,
  temporaryFolder,
  writeCells,
} from "./temporary-notebooks.js";

test("20,000 lines of output arrive, all and in order, as one stream", async (t) => {
  const file = writeCells(temporaryFolder(t), [
    'for (let i = 0; i < 20000; i++) console.log("line " + i);',
  ]);
  await executeNotebook(file);
  const [outputs] = outputsOf(file);
  assert.equal(outputs.length, 1);
  assert.deepEqual(
    outputs[0].text,
    Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`),
  );
});

test(
  "cells import the library, see each other's variables, run in the project's root and with " +
    "the given variables",
  async (t) => {
    const folder = temporaryFolder(t);
    const file = writeCells(folder, [
      'import { quantile } from "lib/statistics";\nconst values: number[] = [4, 1, 3];',
      "quantile(values, 0.5)",
      "console.log(process.cwd() === process.env.EXPECTED_ROOT, " +
        'process.env.GREETING);\nconsole.error("aside");',
      "const later = await Promise.resolve(5);\nlater",
      "",
    ]);
    const outPath = path.join(folder, "out.ipynb");
    const run = await executeNotebook(file, {
      outPath,
      env: { GREETING: "hello", EXPECTED_ROOT: process.cwd() },
    });
    const [first, second, third, fourth, empty] = outputsOf(outPath);
    assert.deepEqual(first, []);
    assert.deepEqual(second, [
      {
        output_type: "execute_result",
        execution_count: 2,
        data: { "text/plain": ["3"] },
        metadata: {},
      },
    ]);
    assert.equal(streamText(third), "true hello\n");
    assert.equal(streamText(third, "stderr"), "aside\n");
    assert.deepEqual(fourth[0].data, { "text/plain": ["5"] });
    assert.deepEqual(empty, [], "outputs of an earlier run are dropped");
    assert.deepEqual(
      readNotebook(outPath).cells.map((cell) => cell.execution_count),
      [undefined, 1, 2, 3, 4, null],
    );
    assert.equal(run.cells, 4);
    assert.equal(
      streamText(outputsOf(file)[0]),
      "of an earlier run\n",
      "with outPath the notebook itself stays as it was",
    );
  },
);

test(
  "a display that is updated, also from a later cell, is stored once with its last content; " +
    "MIME bundles as nbformat keeps them",
  async (t) => {
    const file = writeCells(temporaryFolder(t), [
      'import { newDisplay } from "tslab";\nconst progress = newDisplay();\nprogress.text("0 ' +
        '%");\nconsole.log("between");\nprogress.text("50 %");',
      'progress.html("<b>done</b>\\n<i>all</i>");',
      [
        'const data = { "image/svg+xml": "<svg>\\n</svg>", "application/vnd.plotly.v1+json": ' +
          '"{\\"data\\":[1]}", "image/png": "iVBO\\nRw0K", "application/json": "{no" };',
        'require("tslab/dist/jupyter.js").lastWriteDisplayData({ data, metadata: {}, ' +
          "transient: {} }, false);",
      ].join("\n"),
    ]);
    await executeNotebook(file);
    const [first, second, third] = outputsOf(file);
    assert.deepEqual(first, [
      {
        output_type: "display_data",
        data: { "text/html": ["<b>done</b>\n", "<i>all</i>"] },
        metadata: {},
      },
      { output_type: "stream", name: "stdout", text: ["between\n"] },
    ]);
    assert.deepEqual(second, []);
    assert.deepEqual(third[0].data, {
      "image/svg+xml": ["<svg>\n", "</svg>"],
      "application/vnd.plotly.v1+json": { data: [1] },
      "image/png": "iVBO\nRw0K",
      "application/json": ["{no"],
    });
  },
);

test(
  "a batch runs each notebook in a kernel of its own; the same notebook twice gives the same " +
    "bytes",
  async (t) => {
    const folder = temporaryFolder(t);
    const cells = [
      'import { newDisplay } from "tslab";\nconst bar = ' +
        'newDisplay();\nbar.text("1");\nbar.text("2");',
      'process.emitWarning("mind this");\nconsole.log((globalThis as any).seen);\n(globalThis ' +
        "as any).seen = process.pid;\n({ b: 1, a: [2] })",
    ];
    const jobs = ["one.ipynb", "two.ipynb"].map((name) => ({
      file: writeCells(folder, cells, name),
    }));
    const progress: BatchProgress[] = [];
    const results = await executeNotebooks(jobs, { onProgress: (at) => progress.push(at) });
    assert.deepEqual(
      results.map(({ status, error }) => [status, error]),
      [
        ["done", null],
        ["done", null],
      ],
    );
    const [one, two] = jobs.map(({ file }) => readFileSync(file, "utf8"));
    assert.equal(one, two);
    assert.ok(
      one.endsWith("}\n") && one.startsWith('{\n "cells": ['),
      "one space a level, keys sorted, a line break at the end",
    );
    assert.equal(
      streamText(outputsOf(jobs[1].file)[1]),
      "undefined\n",
      "nothing of the first notebook's kernel is left in the second's",
    );
    assert.deepEqual(
      progress.map(
        ({ number, notebooks, status, cell, cells: of }) =>
          `${number}/${notebooks} ${status} ${cell}/${of}`,
      ),
      [1, 2].flatMap((n) =>
        ["starting 0/2", "running 1/2", "done 1/2", "running 2/2", "done 2/2"].map(
          (step) => `${n}/2 ${step}`,
        ),
      ),
    );
  },
);

test(
  "a batch stops at the notebook that fails, and the kernel that stood ready for the next one " +
    "ends",
  async (t) => {
    const folder = temporaryFolder(t);
    const failing = writeCells(
      folder,
      ["const first = 1;", 'throw new RangeError("no");'],
      "one.ipynb",
    );
    const untouched = writeCells(folder, ["1"], "two.ipynb");
    const results = await executeNotebooks([{ file: failing }, { file: untouched }]);
    assert.deepEqual(
      results.map(({ status, error }) => [status, error?.errorName]),
      [
        ["failed", "RangeError"],
        ["not-run", undefined],
      ],
    );
    assert.equal(streamText(outputsOf(untouched)[0]), "of an earlier run\n");
    if (process.platform !== "linux") return;
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8")
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map(Number);
    assert.deepEqual(children.filter(isRunning), []);
  },
);

test("what is not a notebook is refused with its name", async (t) => {
  const folder = temporaryFolder(t);
  await assert.rejects(
    executeNotebook(path.join(folder, "absent.ipynb")),
    /absent\.ipynb: cannot be read as a notebook: ENOENT/,
  );
  const file = writeCells(folder, []);
  writeFileSync(file, '{"nbformat": 3, "worksheets": []}');
  await assert.rejects(executeNotebook(file), /nbformat is 3, needed is 4/);
});
