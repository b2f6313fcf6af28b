import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { showTable, TABLE_TYPE, type TableData, type TableOptions } from "lib/display";
import { tableCsv, tableLatex } from "lib/exports";
import { notebookOutputs } from "../display/notebook-outputs.js";

type T = Parameters<Parameters<typeof test>[0] & object>[0];

/** A table as a notebook's file holds it. */
function shown(t: T, rows: readonly object[], options: TableOptions): TableData {
  const [output] = notebookOutputs(t, () => showTable(rows, options));
  return JSON.parse(JSON.stringify(output[TABLE_TYPE])) as TableData;
}

const interval = (estimate: number, low: number, high: number) => ({
  estimate,
  low,
  high,
  level: 0.95,
});

test("CSV has the numbers unrounded, with units, and an interval in three columns", (t) => {
  const table = shown(
    t,
    [
      { policy: "a, b", saved: interval(1 / 3, -Infinity, 0.5), cost: 1.23456789e-7 },
      { policy: 'say "x"', saved: null, cost: Infinity },
    ],
    { columns: "policy | saved:ms:saved time | cost:usdPerMillion" },
  );
  assert.deepEqual(parse(tableCsv(table)), [
    [
      "policy",
      "saved time (ms)",
      "saved time (ms): low end of 95 %",
      "saved time (ms): high end of 95 %",
      "cost (USD)",
    ],
    ["a, b", "0.3333333333333333", "-Inf", "0.5", "1.23456789e-7"],
    ['say "x"', "", "", "", "Inf"],
  ]);
});

test("no text of a CSV is a formula; negative numbers stay numbers", (t) => {
  const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1"];
  const table = shown(
    t,
    formulas.map((text) => ({ text, "=key": -1 })),
    { columns: ["text", "=key:number"] },
  );
  const [heading, ...rows] = parse(tableCsv(table)) as string[][];
  assert.equal(heading[1], "'=key");
  assert.deepEqual(
    rows,
    formulas.map((text) => [`'${text}`, "-1"]),
  );
});

test("CSV keeps the rows that a page does not print", (t) => {
  const rows = Array.from({ length: 50 }, (_, n) => ({ n }));
  const table = shown(t, rows, { maxRows: 3 });
  assert.equal((parse(tableCsv(table)) as string[][]).length, 51);
  assert.match(tableLatex(table, "x"), /47 more rows stand in the CSV/);
});

test("LaTeX prints what the page prints, in booktabs' rules, every cell escaped", (t) => {
  const table = shown(
    t,
    [{ workload: "heavy_processing & 5 %", share: interval(0.695, 0.691, 0.699), verdict: "fail" }],
    {
      columns: "workload | share:share:Lambda's share | verdict:verdict",
      caption: "Labels_1",
      simulated: true,
    },
  );
  const latex = tableLatex(table, "03-01-labels-1");
  assert.match(latex, /\\caption\{Labels\\_1 \$\\cdot\$ simulated\}/);
  assert.match(latex, /\\label\{tab:03-01-labels-1\}/);
  assert.match(latex, /\\begin\{tabular\}\{@\{\}lrl@\{\}\}\n\\toprule\n/);
  assert.match(
    latex,
    /\nheavy\\_processing \\& 5 \\% & 69\.5 \\% \[69\.1, 69\.9\] & fail \\\\\n\\bottomrule/,
  );
  const body = latex.slice(latex.indexOf("\\toprule"), latex.indexOf("\\end{tabular}"));
  for (const line of body.split("\n").filter((text) => text.endsWith("\\\\")))
    assert.equal(line.match(/(?<!\\)&/g)?.length, 2, line);
});

test("a row that begins with a bracket is no argument of the line break before it", (t) => {
  assert.match(tableLatex(shown(t, [{ a: "[1, 2]" }], {}), "x"), /\n\{\}\[1, 2\] \\\\\n/);
});

test("a wide table is fitted to the page's width", (t) => {
  const row = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`c${n}`, n]));
  assert.match(tableLatex(shown(t, [row], {}), "x"), /\\resizebox\{\\textwidth\}\{!\}\{%/);
});
