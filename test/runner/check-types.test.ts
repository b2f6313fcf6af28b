import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { checkNotebookTypes, describeTypeError } from "lib/runner";
import { writeCells } from "./temporary-notebooks.js";

/** A folder inside the project, from which `lib/…` can be imported. */
function folderInProject(t: TestContext): string {
  const folder = mkdtempSync(path.join("processed-data", "test-check-types-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("errors in cells name notebook, cell and line, and nothing is executed", async (t) => {
  const folder = folderInProject(t);
  const right = writeCells(
    folder,
    [
      'import { quantileSorted } from "lib/statistics";\nconst sorted = [1, 2, 3];',
      "quantileSorted(sorted, 0.5)",
      "(await Promise.resolve(sorted)).length;\nthrow new Error('executed');",
    ],
    "right.ipynb",
  );
  const wrong = writeCells(
    folder,
    [
      'import { quantileSorted, noSuchName } from "lib/statistics";',
      'const sorted = [1, 2, 3];\n\nquantileSorted(sorted, "half");',
      "quantileSorted(sortd, 0.5);",
      "const half = ;",
    ],
    "wrong.ipynb",
  );
  const errors = await checkNotebookTypes([right, wrong]);
  assert.deepEqual(
    errors.map(({ notebook, cellNumber, codeCellNumber, line, code }) => [
      path.basename(notebook),
      cellNumber,
      codeCellNumber,
      line,
      code,
    ]),
    [
      ["wrong.ipynb", 5, 4, 1, "TS1109"],
      ["wrong.ipynb", 2, 1, 1, "TS2305"],
      ["wrong.ipynb", 3, 2, 3, "TS2345"],
      ["wrong.ipynb", 4, 3, 1, "TS2552"],
    ],
  );
  const shown = describeTypeError(errors[2]);
  assert.match(shown, /wrong\.ipynb, cell 3 \(code cell 2\), line 3: TS2345: .*'string'/);
  assert.ok(shown.endsWith('\n  > quantileSorted(sorted, "half");'), shown);
});

test("the recipes of notebooks/README.md agree with the library, as the cells of one notebook", async (t) => {
  const recipes = readFileSync(path.join("notebooks", "README.md"), "utf8");
  const blocks = [...recipes.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);
  const opening = blocks.filter((code) => code.includes("openStudy("));
  const others = blocks.filter((code) => !opening.includes(code));
  assert.deepEqual([opening.length, others.length], [1, 4]);
  const cells = writeCells(folderInProject(t), [...opening, ...others], "07_something.ipynb");
  assert.deepEqual((await checkNotebookTypes([cells])).map(describeTypeError), []);
});

test("the command ends with status 1 where a cell does not agree, with 0 where all do", (t) => {
  const folder = folderInProject(t);
  const wrong = writeCells(folder, ["const rows: number = 'three';"], "wrong.ipynb");
  const right = writeCells(folder, ["const rows: number = 3;"], "right.ipynb");
  const check = (file: string): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, ["lib/bin/check-notebooks.mjs", file], { encoding: "utf8" });
  const failed = check(wrong);
  assert.match(failed.stderr, /wrong\.ipynb, cell 2 \(code cell 1\), line 1: TS2322/);
  assert.equal(failed.status, 1);
  const passed = check(right);
  assert.equal(passed.stderr, "");
  assert.equal(passed.status, 0);
});
