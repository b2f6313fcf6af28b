import assert from "node:assert/strict";
import { test } from "node:test";
import {
  foldDistinct,
  heldOutCorrectness,
  outOfSampleCeiling,
  outOfSampleHeadroom,
} from "lib/attainability";
import { createRandom, type Random } from "lib/statistics";

/**
 * A world of feature vectors with known P(label = 1): its Bayes accuracy is the mean of max(p, 1 -
 * p).
 */
interface World {
  name: string;
  rows: number;
  probability(vector: number, random: Random): number;
  vectors: number;
}

const WORLDS: World[] = [
  {
    name: "159 noisy vectors",
    rows: 4000,
    vectors: 159,
    probability: (_, random) => 0.3 + 0.5 * random.uniform(),
  },
  { name: "many sparse vectors, all noise", rows: 2000, vectors: 800, probability: () => 0.5 },
  {
    name: "sparse vectors of two kinds",
    rows: 2000,
    vectors: 400,
    probability: (v) => (v % 2 ? 0.3 : 0.75),
  },
  { name: "a lookup", rows: 1000, vectors: 40, probability: (v) => v % 2 },
  { name: "a few vectors of noise", rows: 150, vectors: 6, probability: () => 0.5 },
  { name: "one vector at one half", rows: 500, vectors: 1, probability: () => 0.5 },
  {
    name: "nearly every row its own vector",
    rows: 1000,
    vectors: 20_000,
    probability: (v) => (v % 3 ? 0.2 : 0.9),
  },
  {
    name: "skewed",
    rows: 1500,
    vectors: 60,
    probability: (_, random) => 0.5 * random.uniform() ** 3,
  },
];

function draw(
  world: World,
  seed: number,
): { vector: Float64Array; label: Uint8Array; bayes: number } {
  const random = createRandom(`${world.name} ${seed}`);
  const chances = Array.from({ length: world.vectors }, (_, v) => world.probability(v, random));
  const vector = Float64Array.from({ length: world.rows }, () => random.integer(world.vectors));
  const label = Uint8Array.from(vector, (v) => Number(random.uniform() < chances[v]));
  return {
    vector,
    label,
    bayes: chances.reduce((sum, p) => sum + Math.max(p, 1 - p), 0) / world.vectors,
  };
}

const tableOf = (vector: Float64Array) => ({
  rowCount: vector.length,
  names: ["v"],
  columns: [vector],
  categories: [null],
});

test(
  "the ceiling's interval covers known Bayes accuracies, where the in-sample ceiling alone is " +
    "far too good",
  () => {
    for (const world of WORLDS) {
      let covered = 0;
      let inSample = 0;
      let bayesSum = 0;
      let heldOutSum = 0;
      const rounds = 100;
      for (let seed = 0; seed < rounds; seed++) {
        const { vector, label, bayes } = draw(world, seed);
        const result = outOfSampleCeiling(foldDistinct(tableOf(vector), label), label);
        if (result.ceiling.low <= bayes + 1e-12 && result.ceiling.high >= bayes - 1e-12) covered++;
        inSample += result.inSample / rounds;
        heldOutSum += result.heldOut / rounds;
        bayesSum += bayes / rounds;
      }
      // At least 95 % are promised; 88 of 100 lies three standard errors below.
      assert.ok(covered >= 88, `${world.name}: ${covered} of ${rounds}`);
      assert.ok(
        heldOutSum <= bayesSum + 0.01 && inSample >= bayesSum - 0.01,
        `${world.name}: held-out ${heldOutSum}, Bayes ${bayesSum}, in sample ${inSample}`,
      );
      if (world.name === "many sparse vectors, all noise")
        assert.ok(inSample > 0.65, `the in-sample ceiling of pure noise is ${inSample}`);
    }
  },
);

test("held-out majority equals the enumeration of all ways to hold rows out", () => {
  // One vector of 12 rows, of which one is held out (a tenth, rounded); another of 20, of which two
  // are.
  const label = Uint8Array.from([
    1,
    1,
    1,
    1,
    1,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    ...Array(11).fill(1),
    ...Array(9).fill(0),
  ]);
  const group = Uint32Array.from(label, (_, row) => (row < 12 ? 0 : 1));
  const correct = heldOutCorrectness(group, 2, label);
  const constant = 1;
  for (const [from, to, out] of [
    [0, 12, 1],
    [12, 32, 2],
  ]) {
    for (let row = from; row < to; row++) {
      let sum = 0;
      let ways = 0;
      // `row` is held out; with two held out, so is each other row in turn.
      for (let other = from; other < to; other++) {
        if (other === row || (out === 1 && other !== (row === from ? from + 1 : from))) continue;
        let votes = 0;
        let voters = 0;
        for (let r = from; r < to; r++) {
          if (r === row || (out === 2 && r === other)) continue;
          voters++;
          votes += label[r];
        }
        const answer = 2 * votes === voters ? constant : Number(2 * votes > voters);
        sum += Number(answer === label[row]);
        ways++;
      }
      assert.ok(
        Math.abs(correct[row] - sum / ways) < 1e-12,
        `row ${row}: ${correct[row]} against ${sum / ways}`,
      );
    }
  }
});

test("headroom over a coarser lookup: found where it is, none where there is none", () => {
  const random = createRandom(3);
  const rows = 3000;
  const a = Float64Array.from({ length: rows }, () => random.integer(4));
  const b = Float64Array.from({ length: rows }, () => random.integer(4));
  const features = { rowCount: rows, names: ["a", "b"], columns: [a, b], categories: [null, null] };
  const codes = { vectorOfRow: Uint32Array.from(a), vectorCount: 4 };
  const both = a.map((value, row) => Number((value + b[row]) % 2));
  const label = Uint8Array.from(both, (truth) => Number(random.uniform() < (truth ? 0.85 : 0.15)));
  const there = outOfSampleHeadroom(foldDistinct(features, label), label, codes);
  assert.ok(there.low < 0.35 && there.high > 0.35 && there.low > 0.3, JSON.stringify(there));
  const alone = Uint8Array.from(a, (value) => Number(random.uniform() < (value % 2 ? 0.85 : 0.15)));
  const none = outOfSampleHeadroom(foldDistinct(features, alone), alone, codes);
  assert.ok(none.low <= 0 && none.high < 0.02, JSON.stringify(none));
});

test("rows that share their fate widen the interval", () => {
  const random = createRandom(9);
  const blocks = 40;
  const perBlock = 50;
  const rows = blocks * perBlock;
  const blockOfRow = Float64Array.from({ length: rows }, (_, row) => Math.floor(row / perBlock));
  const chances = Array.from({ length: blocks }, () => (random.uniform() < 0.5 ? 0.95 : 0.4));
  const label = Uint8Array.from(blockOfRow, (block) => Number(random.uniform() < chances[block]));
  const distinct = foldDistinct(tableOf(new Float64Array(rows)), label);
  const width = ({ ceiling: { low, high } }: ReturnType<typeof outOfSampleCeiling>): number =>
    high - low;
  assert.ok(
    width(outOfSampleCeiling(distinct, label, { blockOfRow })) >
      2 * width(outOfSampleCeiling(distinct, label)),
  );
});
