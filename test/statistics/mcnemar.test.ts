import { test } from "node:test";
import assert from "node:assert/strict";
import { binomialProbability, mcnemarTest, pairedDifferenceInterval } from "lib/statistics";

const near = (actual: number, expected: number, relative = 1e-12): void =>
  assert.ok(
    Math.abs(actual - expected) <= relative * Math.abs(expected),
    `${actual} is not ${expected}`,
  );

test("McNemar's exact test on Agresti's approval ratings", () => {
  // Agresti, Categorical Data Analysis, table 10.1: 150 and 86 changed their minds. p is
  // binom.test(86, 236) of R 4.2.2.
  const { exactP, midP } = mcnemarTest(150, 86);
  near(exactP, 3.71593613957143e-5);
  near(midP, 3.71593613957143e-5 - binomialProbability(86, 236, 0.5), 1e-10);
  assert.deepEqual(mcnemarTest(86, 150).exactP, exactP);
});

test("McNemar's p-values equal enumeration over all outcomes", () => {
  for (let n = 1; n <= 12; n++)
    for (let k = 0; k <= n; k++) {
      const chance = Array.from({ length: n + 1 }, (_, x) => binomialProbability(x, n, 0.5));
      const asExtreme = chance
        .filter((_, x) => Math.abs(x - n / 2) >= Math.abs(k - n / 2))
        .reduce((sum, p) => sum + p, 0);
      const equal = chance
        .filter((_, x) => Math.abs(x - n / 2) === Math.abs(k - n / 2))
        .reduce((sum, p) => sum + p, 0);
      near(mcnemarTest(k, n - k).exactP, asExtreme, 1e-10);
      near(mcnemarTest(k, n - k).midP, asExtreme - equal / 2, 1e-10);
    }
});

test("without a differing row there is nothing to tell apart", () => {
  assert.deepEqual(mcnemarTest(0, 0), { onlyFirst: 0, onlySecond: 0, exactP: 1, midP: 1 });
  assert.throws(() => mcnemarTest(0.5, 1), /whole numbers/);
});

test("the interval of a paired difference is Wald's on counts with half a row more in each cell", () => {
  const { estimate, low, high } = pairedDifferenceInterval(150, 86, 1600);
  near(estimate, 0.04);
  const d = 64 / 1602;
  const se = Math.sqrt((237 / 1602 - d * d) / 1602);
  near(low, d - 1.959963984540054 * se, 1e-9);
  near(high, d + 1.959963984540054 * se, 1e-9);
  assert.throws(() => pairedDifferenceInterval(3, 3, 5), /out of 5/);
});
