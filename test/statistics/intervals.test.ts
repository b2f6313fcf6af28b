import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bootstrapInterval,
  createRandom,
  normalProbability,
  normalQuantile,
  wilsonInterval,
} from "lib/statistics";

test("Wilson's interval equals published values", () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score without continuity
  // correction).
  for (const [successes, trials, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ]) {
    const interval = wilsonInterval(successes, trials);
    assert.equal(interval.low.toFixed(4), low.toFixed(4));
    assert.equal(interval.high.toFixed(4), high.toFixed(4));
  }
});

test("the normal distribution: tabled values, and the quantile function inverts it", () => {
  // Abramowitz and Stegun, table 26.1 and 26.2.
  assert.ok(Math.abs(normalProbability(1) - 0.841344746068543) < 1e-13);
  assert.ok(Math.abs(normalProbability(2.5) - 0.993790334674224) < 1e-13);
  assert.ok(Math.abs(normalProbability(-4) - 3.167124183312e-5) < 1e-16);
  for (const p of [1e-9, 1e-4, 0.02, 0.3, 0.5, 0.77, 0.999])
    assert.ok(Math.abs(normalProbability(normalQuantile(p)) / p - 1) < 1e-9);
});

test("Wilson's interval covers at its level", () => {
  const random = createRandom(3);
  let covered = 0;
  for (let round = 0; round < 4000; round++) {
    let successes = 0;
    for (let i = 0; i < 60; i++) if (random.uniform() < 0.12) successes++;
    const { low, high } = wilsonInterval(successes, 60);
    if (low <= 0.12 && high >= 0.12) covered++;
  }
  // Exact coverage at n = 60, p = .12 lies within .93-.97; four standard errors of 4,000 rounds are
  // .014.
  assert.ok(covered / 4000 > 0.92 && covered / 4000 < 0.98, `covered ${covered / 4000}`);
});

test("the bootstrap interval of a mean is near the normal one", () => {
  const random = createRandom(5);
  const values = Float64Array.from({ length: 400 }, () => random.normal());
  const mean = values.reduce((a, b) => a + b) / values.length;
  const resampled = bootstrapInterval(
    mean,
    (r) => {
      let sum = 0;
      for (let i = 0; i < values.length; i++) sum += values[r.integer(values.length)];
      return sum / values.length;
    },
    random,
    2000,
  );
  const half = 1.96 * Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / 400 / 400);
  assert.ok(
    Math.abs(resampled.low - (mean - half)) < 0.015 &&
      Math.abs(resampled.high - (mean + half)) < 0.015,
  );
});
