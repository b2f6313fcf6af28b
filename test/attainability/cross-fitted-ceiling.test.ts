import assert from "node:assert/strict";
import { test } from "node:test";
import {
  attainability,
  attainabilityGates,
  crossFittedCeiling,
  foldDistinct,
  highestCeiling,
} from "lib/attainability";
import { createRandom } from "lib/statistics";
import { draws } from "../draws.js";
import { drawWorld, WORLDS, type ContinuousWorld } from "./generators.js";

const ROWS = 5000;
/**
 * `STUDY_SLOW=1`: the 100 draws of each world. Measured with seeds 0 to 99, level .95, 5,000 rows
 * (Bayes accuracy; draws whose interval holds it; mean and largest width in points):
 *
 *     a linear score         68.8 %    98 of 100    6.1, 11.5
 *     an interaction         68.8 %   100 of 100    6.6, 10.5
 *     noise                  50.0 %    96 of 100    8.1, 13.4
 *     nearly deterministic   99.0 %   100 of 100    3.0,  3.7
 *
 * and in 40 draws of worlds that are not kept here: sines and absolute values (68.8 %) 40, a
 * sphere (95 %) 39, products at 99 % 40, workload code, size, window, pattern, hour, seconds
 * since the last and counts of recent requests at 85 % 40 and at 95 % 38, 20 features of which 5
 * count 40. Where it does not hold what it promises: products among 20 features (80 %) 37, and
 * the sign of a product of three features (68.8 %) 28 of 40. There the high end is too low: the
 * pattern is too fine for the learners and for near rows alike. The choices in `missedVariance`
 * were made on draws of the same worlds, so these shares are those of worlds like them, not of
 * any.
 */
const DRAWS = draws(100, 4);

function study(world: ContinuousWorld): { covered: number; width: number; reached: number } {
  let covered = 0;
  let width = 0;
  let reached = 0;
  for (let seed = 0; seed < DRAWS; seed++) {
    const { ceiling, reached: accuracy } = crossFittedCeiling(drawWorld(world, ROWS, seed));
    covered += Number(ceiling.low <= world.bayes && ceiling.high >= world.bayes);
    width += (ceiling.high - ceiling.low) / DRAWS;
    reached += accuracy / DRAWS;
  }
  return { covered, width, reached };
}

for (const [name, world] of Object.entries(WORLDS)) {
  test(`${name}: the bounds hold the Bayes accuracy in 95 % of draws, under 10 points wide`, () => {
    const { covered, width, reached } = study(world);
    assert.ok(covered >= Math.floor(0.95 * DRAWS), `${covered} of ${DRAWS}`);
    assert.ok(width < 0.1, `${(100 * width).toFixed(1)} points wide on average`);
    assert.ok(reached < world.bayes + 0.01, `cross-fitted ${reached} is above ${world.bayes}`);
  });
}

test("the scales of the worlds give their Bayes accuracy, by a million rows", () => {
  for (const [name, world] of Object.entries(WORLDS)) {
    const random = createRandom("bayes accuracy");
    let sum = 0;
    for (let row = 0; row < 1e6; row++)
      sum += 1 / (1 + Math.exp(-Math.abs(world.logOdds(world.drawRow(random)))));
    assert.ok(Math.abs(sum / 1e6 - world.bayes) < 0.001, `${name}: ${sum / 1e6}`);
  }
});

test("a table whose vectors hardly repeat never shows the counted ceiling of 100 %", () => {
  const world = WORLDS["a linear score"];
  const { features, label } = drawWorld(world, 2000, 7);
  const bounds = attainability(foldDistinct(features, label));
  assert.ok(bounds.ceilingBounds !== null && bounds.ceilingBounds.high < 0.85);
  assert.ok(bounds.ceiling <= world.bayes && highestCeiling(bounds) >= world.bayes);
  assert.equal(bounds.headroom, bounds.ceilingBounds.low - bounds.best1.accuracy);
  assert.ok(bounds.best1.accuracy < 0.75, "no lookup of values that are all different");
  const [gate, headroom] = attainabilityGates(bounds);
  assert.deepEqual([gate.value, headroom.value], [bounds.ceiling, bounds.headroom]);
  assert.match(gate.evidence, /between .* and .*, judged by the low end.*cross-fitted learners/);
  assert.doesNotMatch(gate.evidence, /100\.0 %/);
});

test("an oracle that knows more lowers the high end, and never below the low end", () => {
  const { features, label } = drawWorld(WORLDS["a linear score"], 1000, 1);
  const distinct = foldDistinct(features, label);
  const alone = attainability(distinct).ceilingBounds!;
  const oracle = { estimate: 0.7, low: 0.69, high: 0.71, level: 0.95 };
  const both = attainability(distinct, { oracle }).ceilingBounds!;
  assert.deepEqual(
    [both.low, both.high, both.above],
    [alone.low, Math.max(0.71, alone.low), "oracle"],
  );
  const useless = { ...oracle, high: 1 };
  assert.deepEqual(attainability(distinct, { oracle: useless }).ceilingBounds, alone);
});

test("rows of one block stand in one fold: a block's own noise is not learned", () => {
  // Each block has one label and one place of its own: rows tell their block, and nothing else.
  const random = createRandom("blocks");
  const blockOfRow = Float64Array.from({ length: 3000 }, (_, row) => Math.floor(row / 50));
  const chance = Array.from({ length: 60 }, () => random.integer(2));
  const place = Array.from({ length: 60 }, () => random.normal());
  const columns = [
    Float64Array.from(blockOfRow, (b) => place[b] + 0.001 * random.normal()),
    Float64Array.from(blockOfRow, () => random.normal()),
  ];
  const table = {
    features: { rowCount: 3000, names: ["a", "b"], columns, categories: [null, null] },
    label: Uint8Array.from(blockOfRow, (b) => chance[b]),
  };
  assert.ok(crossFittedCeiling(table).reached > 0.75, "rows at random know their block");
  const kept = crossFittedCeiling(table, { blockOfRow });
  assert.ok(kept.reached < 0.65, `${kept.reached} of rows of blocks never seen`);
  assert.ok(kept.ceiling.low < 0.6, "and the interval is that of 60 blocks");
});

test("too few rows, or one label only, are not made out to be more than they are", () => {
  const { features, label } = drawWorld(WORLDS["a linear score"], 40, 1);
  assert.equal(crossFittedCeiling({ features, label }).ceiling.high, 1);
  const many = drawWorld(WORLDS.noise, 300, 1).features;
  const { ceiling } = crossFittedCeiling({ features: many, label: new Uint8Array(300) });
  assert.ok(ceiling.low > 0.97 && ceiling.high === 1, JSON.stringify(ceiling));
});
