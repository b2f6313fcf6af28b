import assert from "node:assert/strict";
import { test } from "node:test";
import { latencyQuantiles } from "lib/routing";
import { blockResampler, createRandom } from "lib/statistics";

/** Rows in ascending order of latency, as a distribution must list them. */
function weighted(
  latencyMs: readonly number[],
  weight: readonly number[] = latencyMs.map(() => 1),
) {
  const row = Uint32Array.from(latencyMs.keys()).sort((a, b) =>
    latencyMs[a] === latencyMs[b] ? 0 : latencyMs[a] - latencyMs[b],
  );
  return {
    row,
    latencyMs: Float64Array.from(row, (i) => latencyMs[i]),
    weight: Float64Array.from(row, (i) => weight[i]),
  };
}

test("weighted quantiles are those of the rows written out as often as they weigh", () => {
  const few = weighted([30, 10, 20, Infinity], [2, 5, 2, 1]);
  const many = weighted([30, 30, 10, 10, 10, 10, 10, 20, 20, Infinity]);
  const read = (values: typeof few) =>
    latencyQuantiles(values, [0.5, 0.7, 0.75, 0.9, 0.95], {
      blockOfRow: new Uint32Array(values.row.length),
      blockWeights: [],
      degreesOfFreedom: 0,
      level: 0.95,
    }).map(({ estimate }) => estimate);
  assert.deepEqual(read(few), [10, 20, 30, 30, Infinity]);
  assert.deepEqual(read(few), read(many));
  assert.throws(
    () =>
      latencyQuantiles({ ...few, latencyMs: Float64Array.from([30, 10, 20, 40]) }, [0.5], {
        blockOfRow: new Uint32Array(4),
        blockWeights: [],
        degreesOfFreedom: 0,
        level: 0.95,
      }),
    /ascending order/,
  );
});

test(
  "intervals of the median and of the 95th percentile of an exponential distribution cover " +
    "them at their rate",
  () => {
    const random = createRandom(11);
    const rounds = 300;
    const blocks = 40;
    const rows = 800;
    const blockOfRow = Uint32Array.from({ length: rows }, (_, row) => row % blocks);
    const resampler = blockResampler(blocks);
    const truth = [Math.log(2), Math.log(20)];
    const covered = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const sample = weighted(Array.from({ length: rows }, () => random.exponential()));
      const weights = Array.from({ length: 200 }, () => resampler.draw(random));
      latencyQuantiles(sample, [0.5, 0.95], {
        blockOfRow,
        blockWeights: weights,
        level: 0.95,
        degreesOfFreedom: resampler.degreesOfFreedom,
      }).forEach(({ low, high }, i) => (covered[i] += Number(low <= truth[i] && truth[i] <= high)));
    }
    // Three standard errors of 300 rounds are .038.
    for (const count of covered)
      assert.ok(
        count / rounds > 0.95 - 0.038 && count / rounds < 0.99,
        `covered ${count / rounds}`,
      );
  },
);

test("where part of the requests is never answered, the quantiles beyond it are never reached", () => {
  const sample = weighted([
    ...Array.from({ length: 90 }, (_, i) => i),
    ...Array.from({ length: 10 }, () => Infinity),
  ]);
  const [median, high] = latencyQuantiles(sample, [0.5, 0.95], {
    blockOfRow: Uint32Array.from({ length: 100 }, (_, row) => row % 2),
    blockWeights: [
      [1, 1],
      [1, 1],
    ],
    degreesOfFreedom: 1,
    level: 0.95,
  });
  assert.deepEqual([median.estimate, high.estimate, high.low], [49, Infinity, Infinity]);
});
