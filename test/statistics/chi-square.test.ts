import assert from "node:assert/strict";
import { test } from "node:test";
import {
  chiSquareTail,
  entropyBits,
  independenceTest,
  mutualInformationBits,
  normalProbability,
  simultaneousLevel,
} from "lib/statistics";

const near = (actual: number, expected: number, error = 1e-12): void =>
  assert.ok(
    Math.abs(actual - expected) <= error * Math.max(1, Math.abs(expected)),
    `${actual} against ${expected}`,
  );

test(
  "the chi-square tail in closed form: an exponential for 2 degrees of freedom, a squared " +
    "normal for 1, a Poisson sum for even ones",
  () => {
    for (const x of [0.01, 0.5, 1, 3, 7, 20, 60]) {
      near(chiSquareTail(x, 2), Math.exp(-x / 2), 1e-11);
      near(chiSquareTail(x, 1), 2 * (1 - normalProbability(Math.sqrt(x))), 1e-9);
      let poisson = 0;
      for (let k = 0, term = Math.exp(-x / 2); k < 5; term *= x / 2 / ++k) poisson += term;
      near(chiSquareTail(x, 10), poisson, 1e-11);
    }
    assert.equal(chiSquareTail(0, 3), 1);
    assert.throws(() => chiSquareTail(1, 0), /degrees of freedom/);
  },
);

test("Pearson's statistic of a two-by-two table in closed form", () => {
  const [a, b, c, d] = [10, 20, 30, 15];
  const n = a + b + c + d;
  const { statistic, degreesOfFreedom } = independenceTest([a, b, c, d], 2);
  near(statistic, (n * (a * d - b * c) ** 2) / ((a + b) * (c + d) * (a + c) * (b + d)));
  assert.equal(degreesOfFreedom, 1);
});

test(
  "Cramér's V: one where each tells the other, none for independent counts, empty levels left " +
    "out",
  () => {
    near(independenceTest([50, 0, 0, 0, 30, 0, 0, 0, 20], 3).cramersV, 1, 1e-9);
    assert.equal(independenceTest([10, 20, 30, 60], 2).cramersV, 0);
    near(independenceTest([50, 0, 0, 0, 50, 0], 3).cramersV, 1, 1e-9);
    assert.deepEqual(independenceTest([5, 5], 2), {
      statistic: 0,
      degreesOfFreedom: 0,
      p: 1,
      cramersV: 0,
    });
  },
);

test("entropy and mutual information of distributions known by heart", () => {
  near(entropyBits([1, 1, 1, 1]), 2);
  assert.equal(entropyBits([7, 0]), 0);
  near(entropyBits([1, 3]), 0.25 * 2 + 0.75 * Math.log2(4 / 3));
  near(mutualInformationBits([1, 0, 0, 1], 2), 1);
  near(mutualInformationBits([1, 2, 2, 4], 2), 0, 1e-9);
});

test("Bonferroni shares the error out", () => {
  near(simultaneousLevel(0.95, 5), 0.99);
  assert.equal(simultaneousLevel(0.95, 0), 0.95);
});
