import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "lib/statistics";
import { auditTable, runAudit } from "lib/audit";
import { requestsOf } from "../requests-of.js";
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

test("a lift that comes in two clumps of time is no lift, though row by row it would be one", () => {
  // Sixty blocks of five minutes, 30 rows each; the label is feature a but in two blocks, where only
  // the model knows better.
  const rows = 1800;
  const block = (row: number): number => Math.floor(row / 30);
  const odd = (row: number): boolean => block(row) === 20 || block(row) === 41;
  const a = Float64Array.from({ length: rows }, (_, row) => row % 2);
  const features = {
    rowCount: rows,
    names: ["a", "b"],
    columns: [a, Float64Array.from(a, (_, row) => Number(odd(row)))],
    categories: [null, null],
  };
  const label = Uint8Array.from(a, (value, row) => (odd(row) ? 1 - value : value));
  const tested = Uint32Array.from(a.keys()).filter((row) => row % 3 > 0);
  const predictions = [answers("model", tested, (row) => label[row])];
  const input = auditTable({ features, label }, { name: "clumps", predictions });
  const byRows = runAudit(input, { only: ["lift-over-lookup"] }).checks[0];
  assert.equal(byRows.verdict, "pass", byRows.evidence);
  assert.match(byRows.evidence, /over 1,200 rows, which are taken as independent/);
  const requests = requestsOf(
    Array.from({ length: rows }, (_, row) => ({
      timestampMs: Date.UTC(2025, 0, 6) + block(row) * 300_000,
    })),
  );
  const requestRow = Uint32Array.from(a.keys());
  const inBlocks = runAudit({ ...input, requests, requestRow }, { only: ["lift-over-lookup"] })
    .checks[0];
  assert.equal(inBlocks.verdict, "warn", inBlocks.evidence);
  assert.match(inBlocks.evidence, /over 60 blocks of time \(McNemar's mid-p, row by row: /);
});
