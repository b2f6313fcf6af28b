import assert from "node:assert/strict";
import { test } from "node:test";
import { op, table } from "arquero";
import { danfoFrame, describeRows, makeFigure, tableText } from "lib/display";

const ROWS = [
  { workload: "resize", platform: "lambda", ms: 30 },
  { workload: "resize", platform: "ecs", ms: 50 },
  { workload: "search", platform: "lambda", ms: 20 },
  { workload: "search", platform: "lambda", ms: 40 },
];
const COLUMNS = {
  workload: ROWS.map(({ workload }) => workload),
  platform: ROWS.map(({ platform }) => platform),
  ms: ROWS.map(({ ms }) => ms),
};

test("rows, an Arquero table and a danfo frame are shown alike", async () => {
  const frame = await danfoFrame(ROWS);
  const shown = tableText(ROWS, { columns: "workload | platform | ms:ms" });
  assert.equal(tableText(table(COLUMNS), { columns: "workload | platform | ms:ms" }), shown);
  assert.equal(tableText(frame, { columns: "workload | platform | ms:ms" }), shown);
  assert.deepEqual(await describeRows(frame), await describeRows(ROWS));
});

test("what Arquero and danfo make of a table is shown, too, and agrees", async () => {
  const arquero = table(COLUMNS)
    .groupby("workload")
    .rollup({ ms_mean: op.mean("ms") });
  const danfo = (await danfoFrame(table(COLUMNS))).groupby(["workload"]).col(["ms"]).mean();
  assert.equal(tableText(danfo), tableText(arquero));
  assert.match(tableText(arquero), /resize +40\nsearch +30/);
  const at = table({ at: [new Date(0)] });
  assert.match(tableText(at), /1970-01-01T00:00:00\.000Z/);
});

test("a column or format that is not there is an error: of the compiler where it can know, else as it runs", async () => {
  const wrong = [
    // @ts-expect-error there is no column "workloda"
    (): string => tableText(ROWS, { columns: "workloda | ms" }),
    // @ts-expect-error there is no format "milliseconds"
    (): string => tableText(ROWS, { columns: "workload | ms:milliseconds" }),
    // @ts-expect-error there is no column "s"
    (): string => tableText(ROWS, { columns: ["workload", { key: "s" }] }),
    // @ts-expect-error there is no column "s"
    (): unknown => makeFigure({ from: ROWS, x: "workload", y: "s" }, TEXT),
  ];
  const frame = await danfoFrame(ROWS);
  wrong.push(
    () => tableText(frame, { columns: "workloda" }),
    // @ts-expect-error there is no format "milliseconds"
    () => tableText(table(COLUMNS), { columns: "ms:milliseconds" }),
    () => makeFigure({ from: frame, x: "workload", y: "s" }, TEXT),
  );
  for (const [i, one] of wrong.entries())
    assert.throws(
      one,
      /no row has the column|there is no format "milliseconds"; there are/,
      `${i}`,
    );
});

const TEXT = { title: "Times", xTitle: "workload", yTitle: "ms" };

test("a figure of a table's columns: a trace for each value of a column", async () => {
  const of = { x: "workload", y: "ms", by: "platform", as: { type: "bar" } } as const;
  const figure = makeFigure({ from: ROWS, ...of }, TEXT);
  assert.deepEqual(figure.data, [
    { type: "bar", name: "lambda", x: ["resize", "search", "search"], y: [30, 20, 40] },
    { type: "bar", name: "ecs", x: ["resize"], y: [50] },
  ]);
  assert.equal(figure.layout.showlegend, true);
  for (const from of [table(COLUMNS), await danfoFrame(ROWS)])
    assert.deepEqual(makeFigure({ from: from, ...of }, TEXT), figure);
  const plain = makeFigure({ from: ROWS, x: "workload", y: "ms" }, TEXT);
  assert.deepEqual(plain.data, [
    { mode: "markers", x: ["resize", "resize", "search", "search"], y: [30, 50, 20, 40] },
  ]);
});
