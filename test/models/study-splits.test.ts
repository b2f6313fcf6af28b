import assert from "node:assert/strict";
import { test } from "node:test";
import { authorSplit, studySplit, studySplits } from "lib/models";

const label = Uint8Array.from({ length: 100 }, (_, row) => row % 2);
const order = Uint32Array.from(label.keys());
const cellOfRow = Uint32Array.from(label.keys(), (row) => row % 10);

test("both splits where there are cells enough", () => {
  const { splits, refused } = studySplits({ label, order, cellOfRow }, 42);
  assert.deepEqual([splits.length, refused], [2, []]);
  assert.ok(
    splits.every(
      ({ train, validation, test: held }) =>
        new Set([...train, ...validation, ...held]).size === 100,
    ),
  );
});

test("a split the data are too few for is refused with its reason, the other one stays", () => {
  const { splits, refused } = studySplits({ label, order, cellOfRow: new Uint32Array(100) }, 42);
  assert.equal(splits.length, 1);
  assert.match(refused[0], /too few context cells/);
});

test("the study's split: its shares to the row, whole cells where they are kept, its own first", () => {
  const rows = { label, order, cellOfRow };
  const shares = { validation: 0.1, test: 0.3 };
  const random = studySplit(rows, { keepTogether: "rows", ...shares }, 7);
  assert.deepEqual(
    [random.train.length, random.validation.length, random.test.length],
    [60, 10, 30],
  );
  assert.equal(random.name, "the thesis's 60/10/30, seed 7");
  const usual = studySplit(rows, { keepTogether: "rows", validation: 0.2, test: 0.2 }, 7);
  assert.deepEqual(usual, authorSplit(label, 7, order));
  const whole = studySplit(rows, { keepTogether: "cells", ...shares }, 7);
  const cells = [whole.train, whole.validation, whole.test].map(
    (part) => new Set([...part].map((row) => cellOfRow[row])),
  );
  assert.deepEqual(
    cells.map(({ size }) => size),
    [6, 1, 3],
  );
  const { splits } = studySplits(rows, 7, { keepTogether: "cells", ...shares });
  assert.deepEqual(splits[0], whole);
  assert.throws(
    () => studySplit(rows, { keepTogether: "rows", validation: 0.5, test: 0.5 }, 7),
    /leave rows to learn from/,
  );
});
