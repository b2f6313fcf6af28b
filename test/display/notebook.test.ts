import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { executeNotebook } from "lib/runner";
import { outputsOf, temporaryFolder, writeCells } from "../runner/temporary-notebooks.js";

test("in a tslab cell figures, tables and progress are outputs, with the same bytes each time", async (t) => {
  const file = writeCells(temporaryFolder(t), [
    `import { barChart, describeRows, showFigure, showProgress, showTable } from "lib/display";`,
    `await showFigure(barChart(["a"], [{ name: "Lambda", values: [1] }], { title: "T", ` +
      `xTitle: "x", yTitle: "y (ms)" }), "one bar");`,
    `showTable(await describeRows([{ ms: 1, word: "a" }, { ms: 3, word: "b" }, { ms: NaN, ` +
      `word: "c" }]));`,
    `const progress = showProgress("Reading");\nprogress.update(0.5);\nprogress.done("2 rows");`,
  ]);
  await executeNotebook(file);
  const first = readFileSync(file, "utf8");
  const [, figure, table, progress] = outputsOf(JSON.parse(first));
  assert.deepEqual(
    figure.map((output) => Object.keys(output.data as object).sort()),
    [["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"]],
  );
  // Sample standard deviation of 1 and 3: the square root of 2.
  assert.match(
    (table[0].data as Record<string, string[]>)["text/plain"].join(""),
    /^ms +2 +1 +2 +1\.41 +1 +2 +3/m,
  );
  assert.deepEqual(
    progress.map(({ data }) => data),
    [{ "text/plain": ["Reading: 2 rows"] }],
  );
  await executeNotebook(file);
  assert.equal(readFileSync(file, "utf8"), first);
});
