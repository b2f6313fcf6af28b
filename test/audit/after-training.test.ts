import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelPredictions } from "lib/audit";
import type { LabelledTable } from "lib/features";
import { createRandom } from "lib/statistics";
import { checkTable, tableOf } from "./planted.js";

/** A label that follows (a + b) % 2 for `right` of the rows. */
function world(right: number): { table: LabelledTable; truth: number[]; test: Uint32Array } {
  const random = createRandom(`world ${right}`);
  const rows = 8000;
  const a = Array.from({ length: rows }, () => random.integer(4));
  const b = a.map(() => random.integer(4));
  const truth = a.map((value, row) => (value + b[row]) % 2);
  return {
    table: tableOf(
      { a, b },
      truth.map((y) => (random.uniform() < right ? y : 1 - y)),
    ),
    truth,
    test: Uint32Array.from({ length: rows / 4 }, (_, i) => 4 * i),
  };
}

function answers(name: string, rows: Uint32Array, answer: (row: number) => number): ModelPredictions {
  return { name, rows, probability: Float64Array.from(rows, answer) };
}

test("perfection and better-than-possible are called; a model at its ceiling is not", () => {
  const { table, truth, test: rows } = world(0.85);
  const perfect = answers("memory", rows, (row) => table.label[row]);
  const random = createRandom(1);
  assert.equal(checkTable("perfection", table, [perfect]).verdict, "fail");
  const cheating = answers("cheat", rows, (row) => (random.uniform() < 0.5 ? table.label[row] : truth[row]));
  const found = checkTable("perfection", table, [cheating]);
  assert.equal(found.verdict, "fail", found.evidence);
  assert.match(found.evidence, /knows something that is not in them/);
  assert.equal(checkTable("perfection", table, [answers("honest", rows, (row) => truth[row])]).verdict, "pass");
});

test("models that agree to the row are named, models that differ on one in a hundred are not", () => {
  const { table, truth, test: rows } = world(0.85);
  const first = answers("forest", rows, (row) => truth[row]);
  const found = checkTable("identical-models", table, [first, answers("boosting", rows, (row) => 0.2 + 0.6 * truth[row])]);
  assert.deepEqual([found.verdict, found.value], ["warn", 1]);
  assert.equal(
    checkTable("identical-models", table, [first, answers("other", rows, (row) => (row % 400 === 0 ? 1 - truth[row] : truth[row]))])
      .verdict,
    "pass",
  );
  assert.equal(checkTable("identical-models", table, [first]).verdict, "not applicable");
});

test("lift over the lookup: a model that learned the interaction passes, one that learned the lookup fails", () => {
  const { table, truth, test: rows } = world(0.85);
  const a = table.features.columns[0];
  assert.equal(checkTable("lift-over-lookup", table, [answers("interaction", rows, (row) => truth[row])]).verdict, "pass");
  const { table: easy, test: tested } = {
    table: tableOf(
      { a, b: table.features.columns[1] },
      Array.from(a, (value) => value % 2),
    ),
    test: rows,
  };
  assert.equal(checkTable("lift-over-lookup", easy, [answers("copy", tested, (row) => easy.label[row])]).verdict, "fail");
  assert.equal(checkTable("lift-over-lookup", easy, [answers("constant", tested, () => 0)]).verdict, "fail");
});

test("gaps on grouped splits: ten points are called, three are not", () => {
  const { table, truth, test: rows } = world(0.85);
  const split = (testAccuracy: number): ModelPredictions => ({
    ...answers("forest", rows, (row) => truth[row]),
    splits: [
      { keptTogether: "rows", trainAccuracy: 0.85, testAccuracy: 0.85, testRows: 2000 },
      { keptTogether: "window", trainAccuracy: 0.85, testAccuracy, testRows: 1600 },
    ],
  });
  assert.deepEqual(
    [0.7, 0.78, 0.82].map((accuracy) => checkTable("gap-on-splits", table, [split(accuracy)]).verdict),
    ["fail", "warn", "pass"],
  );
  assert.equal(checkTable("gap-on-splits", table, [answers("forest", rows, (row) => truth[row])]).verdict, "not applicable");
});

test("predictions that do not fit their table are refused", () => {
  const { table } = world(0.85);
  assert.throws(
    () => checkTable("perfection", table, [{ name: "odd", rows: Uint32Array.from([1, 2]), probability: new Float64Array(1) }]),
    /odd has 1 predictions for 2 rows/,
  );
  assert.throws(
    () => checkTable("perfection", table, [{ name: "far", rows: Uint32Array.from([9e6]), probability: new Float64Array(1) }]),
    /far predicts row 9000000/,
  );
});
