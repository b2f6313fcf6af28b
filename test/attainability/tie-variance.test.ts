import assert from "node:assert/strict";
import { test } from "node:test";
import { heldOutCorrectness } from "lib/attainability";
import { binomialProbability } from "lib/statistics";

/**
 * Variance a row of the held-out mean of one vector of `n` rows with labels of a fair coin, by
 * enumeration of the number of positives: n Var(mean). A second vector of ones fixes the table's
 * larger class, which answers at a tie.
 */
function varianceARow(n: number): number {
  let mean = 0;
  let squares = 0;
  for (let ones = 0; ones <= n; ones++) {
    const label = Uint8Array.from({ length: 3 * n + 3 }, (_, row) =>
      Number(row < ones || row >= n),
    );
    const group = Uint32Array.from(label, (_, row) => Number(row >= n));
    const right = heldOutCorrectness(group, 2, label).subarray(0, n);
    const share = right.reduce((sum, value) => sum + value, 0) / n;
    const weight = binomialProbability(ones, n, 0.5);
    mean += weight * share;
    squares += weight * share ** 2;
  }
  return n * (squares - mean ** 2);
}

test("near a tie held-out rows are right or wrong together: at most 0.984 a row, by enumeration", () => {
  const variances = Array.from({ length: 60 }, (_, i) => varianceARow(i + 1));
  assert.ok(Math.abs(variances[0] - 0.25) < 1e-12 && Math.abs(variances[1] - 0.5) < 1e-12);
  assert.ok(Math.abs(variances[9] - 0.865) < 0.001);
  const largest = Math.max(...variances);
  assert.equal(variances.indexOf(largest) + 1, 14);
  assert.ok(largest <= 0.984 && largest > 0.983, `${largest}`);
  for (const rows of [100, 200]) assert.ok(varianceARow(rows) < 0.53, `${rows} rows`);
});
