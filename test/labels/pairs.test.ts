import assert from "node:assert/strict";
import { test } from "node:test";
import { belowShare, bothBelowShare, pairPlacements } from "lib/labels";
import { createRandom } from "lib/statistics";

test("pair shares equal full enumeration, ties and all", () => {
  const random = createRandom(2);
  for (let round = 0; round < 60; round++) {
    // Few distinct values, so that ties are common on both axes.
    const points = (n: number): { latencyMs: Float64Array; costUsd: Float64Array } => ({
      latencyMs: Float64Array.from({ length: n }, () => random.integer(6)),
      costUsd: Float64Array.from({ length: n }, () => random.integer(6) / 4),
    });
    const left = points(1 + random.integer(30));
    const right = points(1 + random.integer(30));
    let latency = 0;
    let both = 0;
    left.latencyMs.forEach((ms, i) =>
      right.latencyMs.forEach((otherMs, j) => {
        latency += Number(ms < otherMs);
        both += Number(ms < otherMs && left.costUsd[i] < right.costUsd[j]);
      }),
    );
    const pairs = left.latencyMs.length * right.latencyMs.length;
    assert.equal(belowShare(left.latencyMs, right.latencyMs), latency / pairs);
    assert.equal(bothBelowShare(left, right), both / pairs);
  }
});

test("placements equal enumeration and average to the share", () => {
  const random = createRandom(12);
  const points = (n: number) => ({
    latencyMs: Float64Array.from({ length: n }, () => random.integer(8)),
    costUsd: Float64Array.from({ length: n }, () => random.integer(8)),
  });
  const left = points(40);
  const right = points(25);
  const placements = pairPlacements(left, right);
  const below = (i: number, j: number): number =>
    Number(left.latencyMs[i] < right.latencyMs[j] && left.costUsd[i] < right.costUsd[j]);
  placements.left.forEach((share, i) =>
    assert.equal(share, [...right.latencyMs.keys()].reduce((sum, j) => sum + below(i, j), 0) / 25),
  );
  placements.right.forEach((share, j) =>
    assert.equal(share, [...left.latencyMs.keys()].reduce((sum, i) => sum + below(i, j), 0) / 40),
  );
  const mean = placements.left.reduce((a, b) => a + b) / 40;
  assert.ok(Math.abs(mean - bothBelowShare(left, right)) < 1e-12);
});
