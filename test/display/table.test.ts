import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { judgeGate } from "lib/campaign";
import { gateLines, gatesByStage, showGates, showTable, tableText } from "lib/display";
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
  assert.deepEqual(gateLines(gates[0]), {
    heading:
      "✗ fail  What a perfect model could reach: 69.8 %, wanted 75 % or more, and below 99 % " +
      "(ceiling, cannot be fooled)",
    evidence: "159 vectors",
  });
  assert.deepEqual(
    gatesByStage(gates).map(({ title, gates: group }) => [title, group.map(({ id }) => id)]),
    [
      ["What can be learned", ["ceiling"]],
      ["What was learned", ["accuracy"]],
    ],
  );
  const outputs = notebookOutputs(t, () => showGates(gates, { simulated: true })).map((output) =>
    String(output["text/plain"]),
  );
  assert.match(outputs[0], /^The user's gates · simulated[^]*accuracy[^]*random forest/);
  assert.match(outputs[1], /^Gates that cannot be fooled · simulated[^]*ceiling[^]*159 vectors/);
});

test("in HTML a unit that all cells share stands in the heading, an interval below its estimate", (t) => {
  const interval = { estimate: 0.695, low: 0.691, high: 0.699, level: 0.95 };
  const rows = [
    { model: "a", accuracy: interval, time: 12, mixed: 5, saved: null },
    { model: "b", accuracy: interval, time: null, mixed: 5, saved: 1.5e-6 },
  ];
  const columns =
    "model | accuracy:share:test accuracy | time:ms:time (ms) | mixed:count | " +
    "saved:usdPerMillion";
  const [output] = notebookOutputs(t, () => showTable(rows, { columns }));
  const { document } = new JSDOM(String(output["text/html"])).window;
  const cells = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].map(({ innerHTML }) => innerHTML);
  assert.deepEqual(cells("th"), [
    "model",
    "test accuracy (%)",
    "time (ms)",
    "mixed",
    "saved (USD per million)",
  ]);
  const accuracy = "69.5<br><small>[69.1, 69.9]</small>";
  assert.deepEqual(cells("td"), ["a", accuracy, "12.0", "5", "–", "b", accuracy, "–", "5", "1.50"]);
  // As plain text each cell keeps its own.
  assert.match(String(output["text/plain"]), /69\.5 % \[69\.1, 69\.9\] +12\.0 ms/);
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
