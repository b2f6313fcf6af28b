import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "lib/statistics";
import { answers, world } from "./faults/training.js";
import { checkTable } from "./planted.js";

test("a model better than its features allow is called though it is far from perfect", () => {
  const { table, truth, test: rows } = world(0.85);
  const random = createRandom(1);
  const cheating = answers("cheat", rows, (row) =>
    random.uniform() < 0.5 ? table.label[row] : truth[row],
  );
  const found = checkTable("perfection", table, [cheating]);
  assert.equal(found.verdict, "fail", found.evidence);
  assert.match(found.evidence, /knows something that is not in them/);
});

test("what one model, or a model without splits, cannot tell is not applicable", () => {
  const { table, truth, test: rows } = world(0.85);
  const one = answers("forest", rows, (row) => truth[row]);
  assert.equal(checkTable("identical-models", table, [one]).verdict, "not applicable");
  assert.equal(checkTable("gap-on-splits", table, [one]).verdict, "not applicable");
});

test(
  "seven points lost on unseen windows are a warning; a model that learned the interaction " +
    "passes over the lookup",
  () => {
    const { table, truth, test: rows } = world(0.85);
    const model = answers("forest", rows, (row) => truth[row]);
    const splits = [
      { keptTogether: "window", trainAccuracy: 0.85, testAccuracy: 0.78, testRows: 1600 },
    ];
    assert.equal(checkTable("gap-on-splits", table, [{ ...model, splits }]).verdict, "warn");
    assert.equal(checkTable("lift-over-lookup", table, [model]).verdict, "pass");
  },
);

test("predictions that do not fit their table are refused", () => {
  const { table } = world(0.85);
  assert.throws(
    () =>
      checkTable("perfection", table, [
        { name: "odd", rows: Uint32Array.from([1, 2]), probability: new Float64Array(1) },
      ]),
    /odd has 1 predictions for 2 rows/,
  );
  assert.throws(
    () =>
      checkTable("perfection", table, [
        { name: "far", rows: Uint32Array.from([9e6]), probability: new Float64Array(1) },
      ]),
    /far predicts row 9000000/,
  );
});
