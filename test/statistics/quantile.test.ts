import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, median, quantile, quantileSorted } from "lib/statistics";

// numpy.quantile(x, q) of NumPy 2.4.6, method "linear", printed with repr(): equal to the last bit.
const NUMPY_CASES: { values: number[]; expected: [q: number, value: number][] }[] = [
  {
    values: [1, 2, 3, 4],
    expected: [
      [0, 1],
      [0.25, 1.75],
      [0.4, 2.2],
      [0.5, 2.5],
      [0.75, 3.25],
      [1, 4],
    ],
  },
  {
    values: [0.1, 0.2, 0.30000000000000004, 0.7, 0.7, 0.7, 12.5],
    expected: [
      [0.25, 0.25],
      [0.4, 0.4600000000000002],
      [0.5, 0.7],
      [0.9, 5.420000000000004],
    ],
  },
  {
    values: [5, 5, 5, 5, 5],
    expected: [
      [0.1, 5],
      [0.33, 5],
      [0.99, 5],
    ],
  },
  {
    values: [3.3],
    expected: [
      [0, 3.3],
      [0.5, 3.3],
      [1, 3.3],
    ],
  },
];

test("quantiles equal NumPy's to the last bit", () => {
  for (const { values, expected } of NUMPY_CASES)
    for (const [q, value] of expected) assert.equal(quantile(values, q), value);
});

test("type 7 agrees with its definition on random data with ties", () => {
  const random = createRandom(7);
  for (let round = 0; round < 200; round++) {
    const values = Array.from({ length: 1 + random.integer(40) }, () => random.integer(10) / 4);
    const sorted = [...values].sort((a, b) => a - b);
    const q = random.uniform();
    const h = (values.length - 1) * q;
    const low = Math.floor(h);
    const defined = sorted[low] + (h - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
    assert.ok(Math.abs(quantile(values, q) - defined) < 1e-12);
  }
});

test("values may end in infinity: a quantile is finite up to the last finite value", () => {
  const values = [1, 2, 3, Infinity, Infinity];
  assert.deepEqual(
    [0, 0.25, 0.5, 0.51, 0.8, 1].map((p) => quantile(values, p)),
    [1, 2, 3, Infinity, Infinity, Infinity],
  );
  assert.deepEqual(
    [median(values), median([1, Infinity]), median([Infinity])],
    [3, Infinity, Infinity],
  );
});

test("the median is the mean of the two middle values", () => {
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([9, 1, 5]), 5);
  assert.ok(Number.isNaN(median([])));
});

test("quantiles refuse what they cannot mean", () => {
  assert.throws(() => quantile([1, NaN], 0.5), /value 1 is NaN/);
  assert.throws(() => quantileSorted([1], 1.5), /lies in \[0, 1\]/);
});
