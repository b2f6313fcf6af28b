import assert from "node:assert/strict";
import { test } from "node:test";
import { studySplits } from "lib/models";

const label = Uint8Array.from({ length: 100 }, (_, row) => row % 2);
const order = Uint32Array.from(label.keys());

test("both splits where there are cells enough", () => {
  const { splits, refused } = studySplits(
    label,
    order,
    Uint32Array.from(label.keys(), (row) => row % 10),
    42,
  );
  assert.deepEqual([splits.length, refused], [2, []]);
  assert.ok(
    splits.every(
      ({ train, validation, test: held }) =>
        new Set([...train, ...validation, ...held]).size === 100,
    ),
  );
});

test("a split the data are too few for is refused with its reason, the other one stays", () => {
  const { splits, refused } = studySplits(label, order, new Uint32Array(100), 42);
  assert.equal(splits.length, 1);
  assert.match(refused[0], /too few context cells/);
});
