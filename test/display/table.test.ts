import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { judgeGate } from "lib/campaign";
import { gateLines, showGates, showTable, tableText } from "lib/display";
import { notebookOutputs } from "./notebook-outputs.js";

test("plain text is aligned: words left, numbers right", () => {
  const rows = [
    { workload: "lightweight_api", rows: 37413 },
    { workload: "heavy", rows: 45 },
  ];
  assert.equal(
    tableText(rows, {
      columns: ["workload", { key: "rows", title: "requests", format: "count" }],
      caption: "Rows",
      simulated: true,
    }),
    [
      "Rows · simulated",
      "workload         requests",
      "---------------  --------",
      "lightweight_api    37,413",
      "heavy                  45",
    ].join("\n"),
  );
});

test("rows beyond the limit are announced", () => {
  const text = tableText(
    Array.from({ length: 50 }, (_, n) => ({ n })),
    { maxRows: 3 },
  );
  assert.match(text, /^… 47 more rows$/m);
  assert.equal(text.split("\n").length, 2 + 3 + 1);
});

test("HTML of a table shows words from logs and does not obey them", (t) => {
  const bad = `<img src=x onerror="alert(1)">'`;
  const [output] = notebookOutputs(t, () =>
    showTable([{ [bad]: bad, verdict: "fail" }], {
      columns: [bad, { key: "verdict", format: "verdict" }],
      caption: bad,
    }),
  );
  const html = String(output["text/html"]);
  const { document } = new JSDOM(html).window;
  assert.equal(document.querySelectorAll("img").length, 0);
  assert.equal(document.querySelector("td")!.textContent, bad);
  assert.equal(document.querySelector("th")!.textContent, bad);
  assert.equal(document.querySelector("caption")!.textContent, bad);
  assert.match(document.querySelectorAll("td")[1].textContent!, /✗ fail/);
  assert.match(String(output["text/plain"]), /✗ fail/);
});

test("a table without rows keeps its head", () => {
  assert.equal(tableText([], { columns: ["a", "b"] }), "a  b\n-  -");
});

test("gates: the user's first, then the ones that cannot be fooled", (t) => {
  const gates = [
    judgeGate("ceiling", 0.698, "159 vectors"),
    judgeGate("accuracy", 0.695, "random forest"),
  ];
  const lines = gateLines(gates).split("\n");
  assert.match(lines[2], /^accuracy\s+69\.5 %.*✗ fail\s+the user's$/);
  assert.match(lines[3], /^ceiling\s+69\.8 %.*✗ fail\s+cannot be fooled$/);
  const outputs = notebookOutputs(t, () => showGates(gates, { simulated: true })).map((output) =>
    String(output["text/plain"]),
  );
  assert.match(outputs[0], /^The user's gates · simulated[^]*accuracy[^]*random forest/);
  assert.match(outputs[1], /^Gates that cannot be fooled · simulated[^]*ceiling[^]*159 vectors/);
});

test("a column that no row has is refused with those there are; one that some have is not", () => {
  const rows: object[] = [{ campaign: "a", fix: 1 }, { campaign: "b" }];
  assert.throws(() => tableText(rows, { columns: "campagin | fix" }), {
    name: "InputError",
    message: 'no row has the column "campagin"; there are campaign, fix',
  });
  assert.throws(() => tableText(rows, { columns: [{ key: "fixes" }] }), { name: "InputError" });
  assert.match(tableText(rows, { columns: "campaign | fix:number" }), /^b +–$/m);
  // Without rows nothing can be told.
  assert.match(tableText([], { columns: "campaign | fix" }), /^campaign +fix$/m);
});
