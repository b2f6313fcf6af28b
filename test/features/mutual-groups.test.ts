import assert from "node:assert/strict";
import { test } from "node:test";
import { mutualGroups } from "lib/features";

const table = (columns: Record<string, number[]>) => ({
  rowCount: 6,
  names: Object.keys(columns),
  columns: Object.values(columns).map((c) => Float64Array.from(c)),
  categories: Object.keys(columns).map(() => null),
});

test("a variable, its square and a code of it are one group; a coarser one is another", () => {
  const groups = mutualGroups(
    table({
      size: [1, 2, 3, 1, 2, 3],
      squared: [1, 4, 9, 1, 4, 9],
      code: [7, 5, 6, 7, 5, 6],
      coarse: [0, 0, 1, 0, 0, 1],
      other: [0, 1, 0, 1, 0, 1],
    }),
  );
  assert.deepEqual(
    groups.map(({ features }) => features),
    [["size", "squared", "code"], ["coarse"], ["other"]],
  );
  assert.deepEqual(
    groups.map(({ name }) => name),
    ["size (+2)", "coarse", "other"],
  );
});

test("constant columns are one group", () => {
  assert.deepEqual(
    mutualGroups(
      table({ a: [1, 1, 1, 1, 1, 1], b: [0, 1, 0, 1, 0, 1], c: [NaN, NaN, NaN, NaN, NaN, NaN] }),
    ).map(({ features }) => features),
    [["a", "c"], ["b"]],
  );
});
