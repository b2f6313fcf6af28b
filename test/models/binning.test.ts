import { test } from "node:test";
import assert from "node:assert/strict";
import { binValues, findBins, MISSING_CODE } from "lib/models";
import { createRandom } from "lib/statistics";

const codesOf = (column: Float64Array, bins = findBins(column)): Uint8Array => {
  const codes = new Uint8Array(column.length);
  binValues(column, bins, codes);
  return codes;
};

test(
  "few distinct values: one bin each, edges half way, and never on the upper of two " +
    "neighbouring doubles",
  () => {
    assert.deepEqual([...findBins(Float64Array.of(5, 1, 1, 2, NaN, 5)).edges], [1.5, 3.5]);
    const next = 1 + Number.EPSILON;
    assert.deepEqual([...findBins(Float64Array.of(1, next)).edges], [1]);
    assert.deepEqual([...codesOf(Float64Array.of(1, next, -0, 0))], [1, 2, 0, 0]);
    assert.deepEqual([...findBins(Float64Array.of(-1.7e308, 1.7e308)).edges], [0]);
  },
);

test(
  "many distinct values: 255 bins of about equal weight, the same for rows and for weighted " +
    "rows",
  () => {
    const random = createRandom(1);
    const column = Float64Array.from({ length: 20000 }, () => random.exponential());
    const bins = findBins(column);
    const counts = new Float64Array(256);
    for (const code of codesOf(column, bins)) counts[code]++;
    assert.equal(bins.edges.length, 254);
    assert.ok(counts.subarray(0, 255).every((count) => Math.abs(count - 20000 / 255) <= 2));
    const weight = Float64Array.from(column, (_, i) => i % 3);
    const repeated = column.filter((_, i) => weight[i] > 0);
    const twice = column.filter((_, i) => weight[i] === 2);
    assert.deepEqual(findBins(column, weight), findBins(Float64Array.of(...repeated, ...twice)));
    // One value with most of the weight closes many bins at once.
    const heavy = Float64Array.from({ length: 5000 }, (_, i) => (i % 2 ? 0 : i));
    assert.ok(new Set(codesOf(heavy)).size > 120);
  },
);

test("a code is the number of edges below the value, in whatever way it is found", () => {
  const random = createRandom(2);
  const shapes: (() => number)[] = [
    () => random.normal(),
    () => Math.exp(8 * random.normal()),
    () => random.integer(300),
    () => (random.uniform() < 0.01 ? 1e300 : random.uniform()),
    () => (random.uniform() < 0.5 ? -1 : 1) * 1.5e308 * random.uniform(),
    () => 1 + random.integer(400) * Number.EPSILON,
  ];
  for (const shape of shapes) {
    const column = Float64Array.from({ length: 3000 }, () =>
      random.uniform() < 0.05 ? NaN : shape(),
    );
    const { edges, hasMissing } = findBins(column);
    const others = Float64Array.of(
      ...column,
      ...edges,
      -1e308,
      1e308,
      0,
      ...Array.from({ length: 500 }, shape),
    );
    const expected = Array.from(others, (value) =>
      Number.isNaN(value) ? MISSING_CODE : edges.filter((edge) => edge < value).length,
    );
    assert.deepEqual([...codesOf(others, { edges, hasMissing })], expected);
    for (let i = 0; i < 40; i++)
      assert.equal(codesOf(others.slice(i, i + 1), { edges, hasMissing })[0], expected[i]);
  }
});
