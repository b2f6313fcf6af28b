import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, kendallScoreVariance, median, theilSenSlope } from "lib/statistics";

function permutations<T>(items: T[]): T[][] {
  return items.length <= 1
    ? [items]
    : items.flatMap((item, i) =>
        permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
      );
}

function kendallScore(x: number[], y: number[]): number {
  let score = 0;
  for (let i = 0; i < x.length; i++)
    for (let j = i + 1; j < x.length; j++) score += Math.sign(x[j] - x[i]) * Math.sign(y[j] - y[i]);
  return score;
}

test("the slope is the median of the slopes through all pairs", () => {
  const random = createRandom(1);
  for (let round = 0; round < 20; round++) {
    const x = Array.from({ length: 15 }, () => random.integer(5));
    const y = x.map((value) => 3 * value + random.normal());
    const slopes = x.flatMap((_, i) =>
      x
        .slice(i + 1)
        .flatMap((_, k) =>
          x[i + 1 + k] === x[i] ? [] : [(y[i + 1 + k] - y[i]) / (x[i + 1 + k] - x[i])],
        ),
    );
    assert.equal(theilSenSlope(x, y).estimate, median(slopes));
  }
});

test("the variance of Kendall's score is that over all permutations, ties and all", () => {
  for (const [x, y] of [
    [
      [1, 2, 3, 4, 5, 6],
      [1, 2, 3, 4, 5, 6],
    ],
    [
      [1, 1, 2, 2, 2, 3],
      [5, 6, 7, 8, 9, 10],
    ],
    [
      [1, 1, 2, 2, 3, 3],
      [4, 4, 4, 5, 6, 6],
    ],
  ]) {
    const scores = permutations(y).map((shuffled) => kendallScore(x, shuffled));
    const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
    assert.ok(
      Math.abs(kendallScoreVariance(x, y) - variance) < 1e-9,
      `${kendallScoreVariance(x, y)} against ${variance}`,
    );
  }
});

test("the interval covers the true slope, with heavy tails and few distinct x", () => {
  let covered = 0;
  const rounds = 400;
  for (let round = 0; round < rounds; round++) {
    const random = createRandom(`cover ${round}`);
    const x = Array.from({ length: 60 }, () => random.integer(4));
    const y = x.map((value) => 2 * value + random.normal() / Math.max(0.05, random.uniform()));
    const { low, high } = theilSenSlope(x, y);
    if (low <= 2 && high >= 2) covered++;
  }
  // 95 % of 400, five standard errors either way.
  assert.ok(covered >= 358 && covered <= 400, `${covered} of ${rounds}`);
});

test("one distinct x has no slope; lengths must agree", () => {
  assert.deepEqual(theilSenSlope([1, 1, 1], [1, 2, 3]), {
    estimate: NaN,
    low: -Infinity,
    high: Infinity,
    level: 0.95,
  });
  assert.throws(() => theilSenSlope([1, 2], [1]), /2 values of x for 1 of y/);
});

test("the interval of the mirror image is the mirror image of the interval", () => {
  const random = createRandom(6);
  for (let round = 0; round < 60; round++) {
    const n = 4 + random.integer(30);
    const x = Array.from({ length: n }, () => random.integer(12));
    const y = x.map((value) => value + 4 * random.normal());
    const level = 0.8 + 0.19 * random.uniform();
    const { low, high } = theilSenSlope(x, y, level);
    const mirror = theilSenSlope(
      x,
      y.map((value) => -value),
      level,
    );
    assert.deepEqual([mirror.low + 0, mirror.high + 0], [-high + 0, -low + 0]);
  }
});

test("the limits are the ranks of scipy.stats.theilslopes, and cover as enumeration says", () => {
  // Six points: 15 slopes, standard error of the score sqrt(85 / 3) = 5.323, C = 10.433; k =
  // round(2.28) = 2, so the interval ends at the second slope from either side.
  const orders = permutations([1, 2, 3, 4, 5, 6]);
  let above = 0;
  let below = 0;
  for (const y of orders) {
    const { low, high } = theilSenSlope([1, 2, 3, 4, 5, 6], y);
    above += Number(low > 0);
    below += Number(high < 0);
  }
  // All slopes but one lie above 0 in permutations of at most one inversion: 1 + 5 of them (the
  // first Mahonian numbers of 6, OEIS A008302).
  assert.deepEqual([above, below], [6, 6]);
});
