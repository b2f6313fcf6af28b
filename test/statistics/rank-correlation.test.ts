import assert from "node:assert/strict";
import { test } from "node:test";
import { rankCorrelation, ranks } from "lib/statistics";

test("ranks: equal values share the mean of theirs", () => {
  assert.deepEqual(Array.from(ranks([10, 20, 20, 5, 20])), [2, 4, 4, 1, 4]);
});

test("without ties it is 1 - 6 sum d^2 / (n (n^2 - 1)), for every order of five", () => {
  const orders = (items: number[]): number[][] =>
    items.length === 0
      ? [[]]
      : items.flatMap((item) =>
          orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
        );
  for (const order of orders([1, 2, 3, 4, 5])) {
    const distance = order.reduce((sum, rank, i) => sum + (rank - i - 1) ** 2, 0);
    assert.ok(
      Math.abs(rankCorrelation([10, 20, 30, 40, 50], order) - (1 - (6 * distance) / 120)) < 1e-12,
    );
  }
});

test("with ties it is Pearson's correlation of the shared ranks; a constant has none", () => {
  // Ranks 1.5 1.5 3 4 and 1 2 3.5 3.5: covariance sum 4, squares 4.5 and 4.5.
  assert.ok(Math.abs(rankCorrelation([1, 1, 2, 3], [0, 1, 2, 2]) - 4 / 4.5) < 1e-12);
  assert.ok(Number.isNaN(rankCorrelation([1, 1, 1], [1, 2, 3])));
  assert.throws(() => rankCorrelation([1], [1, 2]), /1 values beside 2/);
});
