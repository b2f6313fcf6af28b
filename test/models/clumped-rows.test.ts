import assert from "node:assert/strict";
import { test } from "node:test";
import { accuracyByGroup, calibrationCurve, metricIntervals } from "lib/models";
import { createRandom, type Random } from "lib/statistics";

const BLOCKS = 50;
const ROWS = 40;
/** What a model that says .7 is right for, on average over all blocks. */
const RIGHT = 0.7;

/**
 * Test rows as load tests make them: in each five minutes the label is what the model expects for
 * most rows or for few, as the platform's state has it. In half of the rows the model says .7, in the
 * others .3.
 */
function clumped(random: Random) {
  const label = new Uint8Array(BLOCKS * ROWS);
  const probability = new Float64Array(BLOCKS * ROWS);
  const blockOfRow = new Uint32Array(BLOCKS * ROWS);
  for (let row = 0, share = 0; row < label.length; row++) {
    if (row % ROWS === 0) share = random.uniform() < 0.5 ? RIGHT - 0.25 : RIGHT + 0.25;
    const says = row % 2;
    blockOfRow[row] = Math.floor(row / ROWS);
    probability[row] = says ? 0.7 : 0.3;
    label[row] = random.uniform() < share ? says : 1 - says;
  }
  const runOfBlock = Uint32Array.from({ length: BLOCKS }, (_, block) => Math.floor(block / 10));
  return { label, probability, blocks: { blockOfRow, blockCount: BLOCKS, runOfBlock } };
}

test("in clumped rows, intervals of rows cover far less than they say, those of blocks what they say", () => {
  const random = createRandom(17);
  const rounds = 300;
  const covered = { rows: 0, blocks: 0, group: 0, groupRows: 0, bin: 0, binRows: 0 };
  const holds = ({ low, high }: { low: number; high: number }): number =>
    Number(low <= RIGHT && RIGHT <= high);
  for (let round = 0; round < rounds; round++) {
    const { label, probability, blocks } = clumped(random);
    const options = { repeats: 200, seed: round };
    covered.rows += holds(metricIntervals(label, probability, undefined, options).accuracy);
    covered.blocks += holds(
      metricIntervals(label, probability, undefined, { ...options, blocks }).accuracy,
    );
    if (round >= 150) continue;
    const says = Uint32Array.from(probability, (p) => Number(p > 0.5));
    covered.groupRows += holds(accuracyByGroup(label, probability, says)[1].accuracy);
    covered.group += holds(accuracyByGroup(label, probability, says, blocks)[1].accuracy);
    const bin = (of?: typeof blocks) =>
      calibrationCurve(label, probability, undefined, { bins: 2, blocks: of }).bins[1].observed;
    covered.binRows += holds(bin());
    covered.bin += holds(bin(blocks));
  }
  assert.ok(covered.rows / rounds < 0.6, `rows ${covered.rows / rounds}`);
  assert.ok(
    covered.blocks / rounds >= 0.92 && covered.blocks / rounds <= 0.98,
    `blocks ${covered.blocks / rounds}`,
  );
  for (const [wide, narrow] of [
    [covered.group, covered.groupRows],
    [covered.bin, covered.binRows],
  ])
    assert.ok(wide / 150 >= 0.9 && wide / 150 <= 0.99 && narrow / 150 < 0.8, `${wide} ${narrow}`);
});

test("one block of time tells nothing of any metric", () => {
  const { label, probability } = clumped(createRandom(1));
  const blocks = { blockOfRow: new Uint8Array(label.length), blockCount: 1 };
  const { accuracy, logLoss } = metricIntervals(label, probability, undefined, {
    repeats: 20,
    blocks,
  });
  for (const { low, high } of [accuracy, logLoss])
    assert.deepEqual([low, high], [-Infinity, Infinity]);
  assert.throws(
    () => metricIntervals(label, probability, new Float64Array(label.length).fill(1), { blocks }),
    /no weights/,
  );
});
