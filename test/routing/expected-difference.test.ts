import assert from "node:assert/strict";
import { test } from "node:test";
import { THESIS_COST } from "lib/labels";
import { campaignDifferences, expectedDifference, resampledDifferences } from "lib/routing";
import { createRandom } from "lib/statistics";
import { requestsOf, type StatedRequest } from "../requests-of.js";

test("the interval is that of resampled blocks: every resample enumerated", () => {
  const rows = [Float64Array.of(3, 1, 2), Float64Array.of(1, 4, 2)] as const;
  const sums = [
    [Float64Array.of(30, 12, 26), Float64Array.of(7, 40, 11)],
    [Float64Array.of(3, 2, 1), Float64Array.of(1, 1, 5)],
  ] as const;
  const total = (values: Float64Array, drawn: number[]): number =>
    drawn.reduce((sum, block) => sum + values[block], 0);
  const difference = (axis: number, drawn: number[]): number =>
    total(sums[axis][1], drawn) / total(rows[1], drawn) -
    total(sums[axis][0], drawn) / total(rows[0], drawn);
  const all: number[][] = [];
  for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) all.push([a, b]);
  const found = resampledDifferences({ rows, sums }, createRandom(4), { repeats: 40_000 })!;
  (["latencyMs", "costUsd"] as const).forEach((axis, a) => {
    const values = all.map((drawn) => difference(a, drawn));
    // Two of three blocks are drawn (Rao and Wu), and so few blocks make Student's interval: t of 2
    // degrees at .975 is 4.3027 (Abramowitz and Stegun, table 26.10).
    const mean = values.reduce((sum, v) => sum + v, 0) / 9;
    const exact = 4.3027 * Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 9);
    assert.equal(found[axis].estimate, difference(a, [0, 1, 2]));
    const half = (found[axis].high - found[axis].low) / 2;
    assert.ok(Math.abs(half / exact - 1) < 0.02, `${half} and ${exact}`);
  });
});

test("nothing is said of a cell with one block, or without a platform", () => {
  const one = Float64Array.of(5);
  const none = Float64Array.of(0, 0);
  const two = Float64Array.of(5, 5);
  assert.equal(
    resampledDifferences(
      {
        rows: [one, one],
        sums: [
          [one, one],
          [one, one],
        ],
      },
      createRandom(1),
    ),
    null,
  );
  assert.equal(
    resampledDifferences(
      {
        rows: [two, none],
        sums: [
          [two, none],
          [two, none],
        ],
      },
      createRandom(1),
    ),
    null,
  );
});

test(
  "intervals cover the true difference at their rate, although blocks share their fate and are " +
    "few",
  () => {
    const random = createRandom(31);
    const rounds = 400;
    let covered = 0;
    for (let round = 0; round < rounds; round++) {
      const stated: StatedRequest[] = [];
      for (let block = 0; block < 8; block++) {
        const effect = [40 * random.normal(), 25 * random.normal()];
        for (let i = 0; i < 12; i++)
          stated.push({
            platform: i % 2,
            executionTimeMs: 100,
            responseTimeMs: 500 - 30 * (i % 2) + effect[i % 2] + 20 * random.normal(),
            timestampMs: Date.UTC(2025, 0, 6) + block * 300_000 + i * 1000,
          });
      }
      const differences = campaignDifferences(requestsOf(stated), {
        terms: THESIS_COST,
        seed: round,
        repeats: 200,
      });
      const { low, high } = expectedDifference(
        differences,
        "lightweight_api",
        1,
        "early_morning",
        "low_load",
      )!.lambdaMinusEcs.responseTimeMs;
      if (low <= -30 && high >= -30) covered++;
    }
    // Three standard errors of 400 rounds at .95 are .033.
    assert.ok(covered / rounds > 0.915 && covered / rounds < 0.985, `covered ${covered / rounds}`);
  },
);

test(
  "failed requests are left out and counted; logs without scenarios have the workload's own " +
    "series",
  () => {
    const at = (platform: number, i: number, responseTimeMs: number): StatedRequest => ({
      platform,
      responseTimeMs,
      timeWindow: 255,
      loadPattern: 255,
      timestampMs: Date.UTC(2025, 0, 6) + i * 300_000,
    });
    const requests = requestsOf([
      at(0, 0, 10),
      at(1, 0, 20),
      at(0, 1, 30),
      at(1, 1, 20),
      at(0, 2, 20),
      at(1, 2, 50),
      { platform: 1, httpStatus: 500, executionTimeMs: NaN, responseTimeMs: 9000 },
    ]);
    const differences = campaignDifferences(requests, { terms: THESIS_COST, seed: 1 });
    assert.deepEqual(
      [differences.rows, differences.failed, differences.series.map(({ window }) => window)],
      [6, 1, [null]],
    );
    assert.equal(
      expectedDifference(differences, "lightweight_api", 1)!.lambdaMinusEcs.responseTimeMs.estimate,
      10,
    );
    assert.equal(expectedDifference(differences, "lightweight_api", 2), null);
    assert.equal(expectedDifference(differences, "heavy_processing", 1), null);
  },
);
