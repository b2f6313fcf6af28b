import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { labelledTableToArrow, readLabelledTable, TableError } from "lib/features";

function file(t: TestContext, name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), "read-table-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
}

test(
  "a CSV as spreadsheets write it: quotes, commas and line ends in fields, a byte order mark, " +
    "CRLF, blank lines",
  async (t) => {
    const csv = file(
      t,
      "table.csv",
      '\uFEFFage,"home, town",ok,y\r\n31,"Lund, ' +
        '""S""",true,yes\r\n\r\n,"two\nlines",false,no\r\n7.5,Lund,true,no',
    );
    const { features, label } = await readLabelledTable(csv, { label: "y" });
    assert.deepEqual(features.names, ["age", "home, town", "ok"]);
    assert.deepEqual(
      features.columns.map((column) => [...column]),
      [
        [31, NaN, 7.5],
        [0, 1, 2],
        [1, 0, 1],
      ],
    );
    assert.deepEqual(features.categories, [null, ['Lund, "S"', "two\nlines", "Lund"], null]);
    assert.deepEqual([...label], [1, 0, 0]);
  },
);

test("a column that looks like numbers and then holds words is words from its first row on", async (t) => {
  const { features } = await readLabelledTable(
    file(t, "zip.csv", "zip,y\n01234,0\n1234,1\nA12,0\n01234,1\n"),
    { label: "y" },
  );
  assert.deepEqual(
    [[...features.columns[0]], features.categories[0]],
    [
      [0, 1, 2, 0],
      ["01234", "1234", "A12"],
    ],
  );
});

test("JSONL with fields that come and go, and Arrow", async (t) => {
  const jsonl = await readLabelledTable(
    file(t, "table.jsonl", '{"a":1,"y":false}\n{"b":"x","y":true}\n{"a":null,"b":"z","y":true}\n'),
    {
      label: "y",
    },
  );
  assert.deepEqual(
    [jsonl.features.names, jsonl.features.columns.map((column) => [...column]), [...jsonl.label]],
    [
      ["a", "b"],
      [
        [1, NaN, NaN],
        [NaN, 0, 1],
      ],
      [0, 1, 1],
    ],
  );
  const written = {
    features: {
      rowCount: 3,
      names: ["u", "v"],
      columns: [Float64Array.of(1, NaN, 3), Float64Array.of(4, 5, 6)],
      categories: [null, null],
    },
    label: Uint8Array.of(0, 1, 1),
  };
  const arrow = await readLabelledTable(file(t, "table.arrow", labelledTableToArrow(written)), {
    label: "label",
  });
  assert.deepEqual(
    [arrow.features.columns, arrow.label],
    [written.features.columns, written.label],
  );
});

test("chosen features, in the order asked for; a line far beyond one chunk", async (t) => {
  const rows = Array.from(
    { length: 3000 },
    (_, row) => `${row},${"w".repeat(500)},${row % 7},${row % 2}`,
  );
  const { features, label } = await readLabelledTable(
    file(t, "long.csv", `id,text,week,y\n${rows.join("\n")}\n`),
    {
      label: "y",
      features: ["week", "id"],
    },
  );
  assert.deepEqual(features.names, ["week", "id"]);
  assert.ok(
    features.columns[1].every((value, row) => value === row) &&
      features.columns[0].every((value, row) => value === row % 7) &&
      label.every((value, row) => value === row % 2),
  );
});

test("what cannot be a labelled table is refused with its place and the remedy", async (t) => {
  const refused = (
    name: string,
    content: string,
    options: { label: string; features?: string[] },
    message: RegExp,
  ) =>
    assert.rejects(
      readLabelledTable(file(t, name, content), options),
      (error: Error) => error instanceof TableError && message.test(error.message),
      String(message),
    );
  await refused(
    "a.csv",
    "a,y\n1,0\n2\n",
    { label: "y" },
    /line 3 has 1 fields where the header has 2/,
  );
  await refused(
    "a.csv",
    'a,y\n1,0\n"2,1\n',
    { label: "y" },
    /the row after line 2 opens a quote that is never closed/,
  );
  await refused("a.csv", "a,y\n1,0\n2,1\n", { label: "z" }, /has no column "z"; it has a, y/);
  await refused(
    "a.csv",
    "a,y\n1,0\n2,1\n3,2\n",
    { label: "y" },
    /takes 3 values; a label takes two/,
  );
  await refused("a.csv", "a,y\n1,0\n2,\n", { label: "y" }, /row 2: "y" is empty/);
  await refused("a.csv", "a,a,y\n1,1,0\n", { label: "y" }, /two columns named "a"/);
  await refused("a.csv", "", { label: "y" }, /is empty; the first line/);
  await refused(
    "a.csv",
    "a,y\n1,0\n2,1\n",
    { label: "y", features: ["a", "y"] },
    /label and a feature at once/,
  );
  await refused("a.jsonl", '{"a":1}\n{"a"', { label: "y" }, /line 2 is not JSON/);
  await refused("a.jsonl", '{"a":1}\nnull\n', { label: "y" }, /line 2 is no JSON object/);
  await refused("a.arrow", "no Arrow", { label: "y" }, /is no sound Arrow file/);
  await refused("a.txt", "a", { label: "y" }, /neither \.csv, \.jsonl nor \.arrow/);
  await assert.rejects(
    readLabelledTable("/nowhere/a.csv", { label: "y" }),
    /cannot be read \(ENOENT\)/,
  );
  await assert.rejects(
    readLabelledTable("/nowhere/a.arrow", { label: "y" }),
    /cannot be read \(ENOENT\)/,
  );
});

test(
  "quotes that stand where none may are refused with line and remedy: none is read as something " +
    "else, and none is looked for without end",
  { timeout: 20_000 },
  async (t) => {
    const header = "a,b,y\n1,2,0\n";
    for (const [content, message] of [
      [`${header}a"b,"c,1\n`, /line 3 has a quote inside a field .*double quotes/],
      [`${header}5" disk,"x,1\n`, /line 3 has a quote inside a field .*double quotes/],
      [`${header}"ab"cd,e,1\n`, /line 3 has text behind a closing quote; .*double quotes/],
      ['a"b,"c\n1,0\n', /line 1 has a quote inside a field/],
      [`${header}"two\nlines"x,y,1\n`, /line 4 has text behind a closing quote/],
    ] as const)
      await assert.rejects(
        readLabelledTable(file(t, "quotes.csv", content), { label: "y" }),
        (error: Error) =>
          error instanceof TableError &&
          message.test(error.message) &&
          error.message.includes("quotes.csv"),
        content,
      );
  },
);

test("a row without end, a folder and a pipe are refused, with the memory bounded", async (t) => {
  const refused = (name: string, message: RegExp) =>
    assert.rejects(
      readLabelledTable(name, { label: "y" }),
      (error: Error) => error instanceof TableError && message.test(error.message),
    );
  const endless = "w".repeat((1 << 24) + 10);
  await refused(
    file(t, "a.csv", `a,y\n"${endless}`),
    /the row after line 1 has more than 16777216/,
  );
  await refused(file(t, "a.jsonl", `{"a":1}\n"${endless}`), /line 2 has more than 16777216/);
  const folder = mkdtempSync(path.join(tmpdir(), "read-table-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of ["a.csv", "a.jsonl", "a.arrow"]) {
    mkdirSync(path.join(folder, name));
    await refused(path.join(folder, name), /is not a file/);
    const pipe = path.join(folder, `pipe-${name}`);
    execFileSync("mkfifo", [pipe]);
    await refused(pipe, /is not a file/);
  }
});
