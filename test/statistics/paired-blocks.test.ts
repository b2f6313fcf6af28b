import assert from "node:assert/strict";
import { test } from "node:test";
import {
  blockResampler,
  createRandom,
  isKnown,
  pairedDifferenceInterval,
  pairedTest,
  type Random,
} from "lib/statistics";

/**
 * Rows in clumps: a whole block gets the same answers, so that where one classifier is right and the
 * other is not, it is so all through the block. The true difference is `difference`.
 */
function clumps(random: Random, blocks: number, difference: number) {
  const right: number[] = [];
  const blockOfRow: number[] = [];
  const runOfBlock = Uint32Array.from({ length: blocks }, (_, b) => Math.floor(b / 10));
  for (let block = 0; block < blocks; block++) {
    const u = random.uniform();
    const answer = u < 0.15 + difference ? 1 : u < 0.3 + difference ? -1 : 0;
    const rows = 20 + random.integer(20);
    for (let row = 0; row < rows; row++) {
      right.push(answer);
      blockOfRow.push(block);
    }
  }
  return { right, blocks: { blockOfRow, blockCount: blocks, runOfBlock } };
}

test("the variance is that of resampling blocks within runs", () => {
  const { right, blocks } = clumps(createRandom(1), 30, 0.1);
  const { difference } = pairedTest(right, { blocks });
  const { draw, degreesOfFreedom } = blockResampler(30, blocks.runOfBlock);
  assert.equal(degreesOfFreedom, 27);
  const random = createRandom(2);
  const drawn = Array.from({ length: 20_000 }, () => {
    const weight = draw(random);
    let sum = 0;
    let rows = 0;
    right.forEach((value, row) => {
      sum += weight[blocks.blockOfRow[row]] * value;
      rows += weight[blocks.blockOfRow[row]];
    });
    return sum / rows;
  });
  const mean = drawn.reduce((a, b) => a + b) / drawn.length;
  const deviation = Math.sqrt(drawn.reduce((a, b) => a + (b - mean) ** 2, 0) / drawn.length);
  // t of 27 degrees at .975 is 2.0518 (Abramowitz and Stegun, table 26.10).
  const half = (difference.high - difference.low) / 2;
  assert.ok(Math.abs(half / (2.0518 * deviation) - 1) < 0.03, `${half} and ${2.0518 * deviation}`);
});

test("in clumped rows the row-wise interval covers far too little, that of blocks at its rate", () => {
  const random = createRandom(5);
  const rounds = 400;
  let byRows = 0;
  let byBlocks = 0;
  let falseAlarms = 0;
  for (let round = 0; round < rounds; round++) {
    const { right, blocks } = clumps(random, 60, 0);
    const { difference, p } = pairedTest(right, { blocks });
    const count = (sign: number): number => right.filter((value) => value === sign).length;
    const rowWise = pairedDifferenceInterval(count(1), count(-1), right.length);
    byRows += Number(rowWise.low <= 0 && rowWise.high >= 0);
    byBlocks += Number(difference.low <= 0 && difference.high >= 0);
    falseAlarms += Number(p < 0.05);
    // One test: the interval leaves out 0 exactly where p is below .05.
    assert.equal(p < 0.05, difference.low > 0 || difference.high < 0);
  }
  assert.ok(byRows / rounds < 0.6, `rows ${byRows / rounds}`);
  assert.ok(byBlocks / rounds >= 0.92 && byBlocks / rounds <= 0.98, `blocks ${byBlocks / rounds}`);
  assert.equal(falseAlarms, rounds - byBlocks);
});

test("one block says nothing; without blocks the rows are the unit, and it is said", () => {
  const right = [1, 1, 1, 1, 0, 0, -1, 0];
  const one = pairedTest(right, {
    blocks: { blockOfRow: new Uint8Array(8), blockCount: 1 },
  });
  assert.deepEqual([isKnown(one.difference), one.p, one.unit, one.units], [false, 1, "block", 1]);
  const rows = pairedTest(right);
  assert.deepEqual(rows.difference, pairedDifferenceInterval(4, 1, 8));
  assert.deepEqual([rows.unit, rows.units], ["row", 8]);
});

test("blocks that hold no difference are no certainty", () => {
  const blocks = { blockOfRow: Uint8Array.from({ length: 40 }, (_, r) => r % 4), blockCount: 4 };
  const { difference, p } = pairedTest(new Uint8Array(40), { blocks });
  assert.ok(difference.low < 0 && difference.high > 0 && p > 0.9);
});
