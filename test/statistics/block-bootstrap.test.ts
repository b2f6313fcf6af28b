import assert from "node:assert/strict";
import { test } from "node:test";
import {
  blockRatio,
  blockResampler,
  createRandom,
  isKnown,
  normalProbability,
  percentileTail,
  resampledInterval,
  takeBlocks,
  wilsonInterval,
} from "lib/statistics";

test("resampled means of blocks vary as the means of as many blocks do, within runs only", () => {
  const values = [3, 8, 1, 100, 104];
  const resampler = blockResampler(5, [0, 0, 0, 1, 1]);
  const random = createRandom(4);
  const repeats = 40_000;
  assert.equal(resampler.degreesOfFreedom, 3);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < repeats; i++) {
    const weight = resampler.draw(random);
    const total = values.reduce((all, value, block) => all + weight[block] * value, 0);
    assert.ok(
      Math.abs(weight.slice(0, 3).reduce((a, b) => a + b) - 3) < 1e-12 &&
        Math.abs(weight[3] + weight[4] - 2) < 1e-12,
    );
    sum += total;
    squares += total * total;
  }
  // A total of n draws varies by n s^2; s^2 is 13 for 3, 8, 1 and 8 for 100, 104.
  const variance = squares / repeats - (sum / repeats) ** 2;
  const expected = 3 * 13 + 2 * 8;
  assert.ok(Math.abs(sum / repeats - 216) < 0.2, `mean ${sum / repeats}`);
  assert.ok(Math.abs(variance / expected - 1) < 0.04, `variance ${variance}, not ${expected}`);
});

test("a single block says nothing of chance; single blocks of several runs are resampled together", () => {
  assert.deepEqual(
    [[...blockResampler(1).draw(createRandom(1))], blockResampler(1).degreesOfFreedom],
    [[1], 0],
  );
  assert.equal(blockResampler(3, [0, 1, 2]).degreesOfFreedom, 2);
  assert.equal(blockResampler(4, [0, 0, 0, 1]).degreesOfFreedom, 3);
});

test("few blocks: the tail is that of Student's t", () => {
  // Two-sided 95 % points of t, Abramowitz and Stegun, table 26.10: 4 degrees 2.776, 10 degrees
  // 2.228, 60 degrees 2.000.
  for (const [degrees, t] of [
    [4, 2.776],
    [10, 2.228],
    [60, 2.0],
  ])
    assert.ok(
      Math.abs(percentileTail(0.95, degrees) / normalProbability(-t) - 1) < 0.03,
      `${degrees}`,
    );
  assert.ok(Math.abs(percentileTail(0.95, 1e9) - 0.025) < 1e-6);
  assert.equal(percentileTail(0.95, 0), 0);
});

test("one block: the interval is all numbers, never one without width", () => {
  const { draw, degreesOfFreedom } = blockResampler(1);
  const random = createRandom(2);
  const values = Array.from({ length: 50 }, () => 7 * draw(random)[0]);
  const interval = resampledInterval(7, values, degreesOfFreedom);
  assert.deepEqual(interval, { estimate: 7, low: -Infinity, high: Infinity, level: 0.95 });
  assert.equal(isKnown(interval), false);
  const share = blockRatio(
    [1, 1, 0],
    { blockOfRow: [0, 0, 0], blockCount: 1 },
    wilsonInterval(2, 3),
    random,
  );
  assert.equal(isKnown(share), false);
  assert.equal(share.estimate, 2 / 3);
});

test("intervals of means of three, six and twenty normal blocks cover them at their rate", () => {
  const random = createRandom(8);
  const rounds = 500;
  for (const blocks of [3, 6, 20]) {
    let covered = 0;
    let percentiles = 0;
    const { draw, degreesOfFreedom } = blockResampler(blocks);
    for (let round = 0; round < rounds; round++) {
      const values = Array.from({ length: blocks }, () => random.normal());
      const mean = (weight: ArrayLike<number>): number =>
        values.reduce((sum, value, b) => sum + weight[b] * value, 0) / blocks;
      const drawn = Float64Array.from({ length: 300 }, () => mean(draw(random)));
      const { low, high } = resampledInterval(
        mean(new Uint8Array(blocks).fill(1)),
        drawn,
        degreesOfFreedom,
      );
      if (low <= 0 && high >= 0) covered++;
      if (Math.min(...drawn) <= 0 && Math.max(...drawn) >= 0) percentiles++;
    }
    // Three standard errors of 500 rounds are .029.
    assert.ok(
      covered / rounds > 0.92 && covered / rounds < 0.985,
      `${blocks} blocks: ${covered / rounds}`,
    );
    // The whole range of three blocks holds their mean three times in four: no percentile of
    // resamples could do better.
    if (blocks === 3) assert.ok(percentiles / rounds < 0.8, `${percentiles / rounds}`);
  }
});

test("blocks of some rows: those without any are left out, runs stay", () => {
  const blocks = { blockOfRow: [0, 1, 2, 3, 3], blockCount: 4, runOfBlock: [5, 5, 6, 6] };
  const { blockOfRow, blockCount, runOfBlock } = takeBlocks(blocks, [4, 0, 3]);
  assert.deepEqual([[...Array.from(blockOfRow)], blockCount], [[0, 1, 0], 2]);
  assert.deepEqual([...Array.from(runOfBlock!)], [6, 5]);
});
