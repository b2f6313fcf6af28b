import assert from "node:assert/strict";
import { test } from "node:test";
import { normalQuantile, studentProbability, studentQuantile } from "lib/statistics";

test("quantiles equal the published table", () => {
  // Abramowitz and Stegun (1964), table 26.10, two-sided .05 and .01.
  for (const [degrees, p975, p995] of [
    [1, 12.706, 63.657],
    [2, 4.303, 9.925],
    [3, 3.182, 5.841],
    [5, 2.571, 4.032],
    [10, 2.228, 3.169],
    [30, 2.042, 2.75],
  ] as const) {
    assert.equal(studentQuantile(0.975, degrees).toFixed(3), p975.toFixed(3));
    assert.equal(studentQuantile(0.995, degrees).toFixed(3), p995.toFixed(3));
  }
});

test("closed forms: Cauchy at one degree, an algebraic function at two; the normal far out", () => {
  for (const t of [-30, -2, -0.3, 0, 0.7, 5, 100]) {
    assert.ok(Math.abs(studentProbability(t, 1) - (0.5 + Math.atan(t) / Math.PI)) < 1e-14);
    assert.ok(Math.abs(studentProbability(t, 2) - (0.5 + t / (2 * Math.sqrt(2 + t * t)))) < 1e-14);
  }
  assert.ok(Math.abs(studentQuantile(0.975, 100_000) - normalQuantile(0.975)) < 1e-4);
  // The expansion takes over at 1,001 degrees; the series is exact there.
  for (const probability of [0.9, 0.975, 0.9995])
    assert.ok(
      Math.abs(studentProbability(studentQuantile(probability, 1001), 1001) - probability) < 1e-9,
    );
  assert.equal(studentQuantile(0.025, 7), -studentQuantile(0.975, 7));
});

test("degrees and probabilities that do not exist are refused", () => {
  assert.throws(
    () => studentQuantile(0.9, 0),
    /degrees of freedom are a whole number, 1 or more, not 0/,
  );
  assert.throws(() => studentQuantile(1, 3), /strictly between 0 and 1/);
});
