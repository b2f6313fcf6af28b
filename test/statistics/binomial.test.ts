import { test } from "node:test";
import assert from "node:assert/strict";
import {
  binomialProbability,
  createRandom,
  drawBinomial,
  drawMultinomial,
  logFactorial,
} from "lib/statistics";

test("ln n! equals the sum of logarithms on both sides of its table's end", () => {
  let sum = 0;
  for (let n = 1; n <= 400; n++) {
    sum += Math.log(n);
    assert.ok(Math.abs(logFactorial(n) - sum) <= 1e-12 * Math.max(1, sum), `n = ${n}`);
  }
  assert.equal(logFactorial(0), 0);
});

test("binomial probabilities add up to one, and the extremes are certain", () => {
  for (const p of [0.03, 0.5, 0.9]) {
    let sum = 0;
    for (let k = 0; k <= 50; k++) sum += binomialProbability(k, 50, p);
    assert.ok(Math.abs(sum - 1) < 1e-12);
  }
  assert.deepEqual(
    [binomialProbability(0, 5, 0), binomialProbability(5, 5, 1), binomialProbability(4, 5, 1)],
    [1, 1, 0],
  );
});

test("draws follow the binomial distribution, by gaps, by rejection, and turned round", () => {
  for (const [trials, p] of [
    [30, 0.1],
    [60, 0.35],
    [400, 0.3],
    [400, 0.97],
    [50, 0.6],
  ] as const) {
    const random = createRandom(`${trials} ${p}`);
    const draws = 40_000;
    const counts = new Float64Array(trials + 1);
    for (let i = 0; i < draws; i++) counts[drawBinomial(random, trials, p)]++;
    // Pearson's chi squared over the outcomes expected at least five times; its mean is the degrees
    // of freedom.
    let chi = 0;
    let cells = 0;
    counts.forEach((count, k) => {
      const expected = draws * binomialProbability(k, trials, p);
      if (expected < 5) return;
      chi += (count - expected) ** 2 / expected;
      cells++;
    });
    assert.ok(
      chi < cells + 4.5 * Math.sqrt(2 * cells),
      `${trials} x ${p}: chi squared ${chi} on ${cells} cells`,
    );
  }
  assert.equal(drawBinomial(createRandom(1), 7, 1), 7);
  assert.equal(drawBinomial(createRandom(1), 7, 0), 0);
  assert.throws(() => drawBinomial(createRandom(1), 1.5, 0.5), /whole number/);
});

test("a multinomial draw adds up and has the right means", () => {
  const random = createRandom(2);
  const weights = [5, 0, 1, 4];
  const counts = new Float64Array(4);
  const sums = new Float64Array(4);
  for (let i = 0; i < 4000; i++) {
    drawMultinomial(random, 25, weights, counts);
    assert.equal(
      counts.reduce((a, b) => a + b),
      25,
    );
    counts.forEach((count, cell) => (sums[cell] += count));
  }
  assert.equal(sums[1], 0);
  [12.5, 0, 2.5, 10].forEach((mean, cell) => assert.ok(Math.abs(sums[cell] / 4000 - mean) < 0.2));
});
