import assert from "node:assert/strict";
import { test } from "node:test";
import { blockResampler, percentileTail, timeBlocks } from "lib/routing";
import { createRandom, normalProbability } from "lib/statistics";

test("a gap of a quarter of an hour ends a run, in whatever order the rows come", () => {
  const minute = (m: number): number => m * 60_000;
  const { blockOfRow, blockCount, runOfBlock } = timeBlocks(
    [minute(61), minute(0), minute(6), minute(24), minute(66)],
    5,
  );
  assert.deepEqual([[...blockOfRow], blockCount], [[0, 1, 2, 3, 4], 5]);
  // 0-5 and 5-10 belong together, also 20-25 after two empty blocks; 60-70 follow after seven.
  assert.deepEqual([...runOfBlock], [1, 0, 0, 0, 1]);
});

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
