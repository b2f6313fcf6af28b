import assert from "node:assert/strict";
import { test } from "node:test";
import { oracleCeiling } from "lib/attainability";
import { createRandom, drawBinomial } from "lib/statistics";

test("exact probabilities: the mean of the larger class, with the interval of its blocks", () => {
  const probability = Float64Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 0.5 : 0.1));
  const alone = oracleCeiling(probability);
  assert.ok(Math.abs(alone.estimate - 0.8) < 1e-12);
  const sorted = probability.slice().sort();
  const blockOfRow = Float64Array.from({ length: 400 }, (_, i) => Math.floor(i / 20));
  const together = oracleCeiling(sorted, { blockOfRow });
  assert.ok(together.high - together.low > 3 * (alone.high - alone.low));
});

test("few draws of each request: the ends hold what exact probabilities would say", () => {
  const random = createRandom("oracle");
  for (const redraws of [2, 5, 20]) {
    const exact = Float64Array.from({ length: 4000 }, () => random.uniform());
    const counted = exact.map((p) => drawBinomial(random, redraws, p) / redraws);
    const { low, estimate, high } = oracleCeiling(counted, { redraws });
    // E max(p, 1 - p) of a uniform p is 3/4.
    assert.ok(low <= estimate && estimate < 0.76 && low < 0.75 && high > 0.75);
    assert.ok(redraws < 20 || high - low < 0.06, `${low} to ${high}`);
  }
});

test("what is no probability is refused with its request", () => {
  assert.throws(
    () => oracleCeiling(Float64Array.from([0.5, 1.2])),
    /request 1 has probability 1.2/,
  );
  assert.throws(() => oracleCeiling(new Float64Array(0)), /no requests/);
  assert.throws(() => oracleCeiling(Float64Array.of(1), { redraws: 1 }), /2 or more draws/);
});
