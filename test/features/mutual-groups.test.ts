import assert from "node:assert/strict";
import { test } from "node:test";
import { buildFeatures, mutualGroups } from "lib/features";
import { requestsOf } from "../requests-of.js";

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

test("the feedback's columns are groups by what they tell, constant or not", () => {
  const { names, columns } = buildFeatures(
    requestsOf(Array.from({ length: 6 }, (_, i) => ({ workload: i % 2, platform: i % 2 }))),
    ["author", "feedback"],
  );
  const groups = mutualGroups(
    table(Object.fromEntries(names.map((name, f) => [name, [...columns[f]]]))),
  );
  assert.deepEqual(
    groups.slice(-2).map(({ name, features }) => [name, features.length]),
    [
      ["in flight", 4],
      ["recent answers", names.length - 15 - 4],
    ],
  );
  assert.deepEqual(groups.flatMap(({ features }) => features).sort(), names.sort());
});
