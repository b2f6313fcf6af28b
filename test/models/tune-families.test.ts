import assert from "node:assert/strict";
import { test } from "node:test";
import {
  adoptedOptions,
  authorSplit,
  evaluateOnSplit,
  gradientBoosting,
  logisticRegression,
  lookupBaseline,
  randomForest,
  SEARCH_SPACES,
  tuneFamilies,
  MODEL_FAMILIES,
} from "lib/models";
import { createRandom } from "lib/statistics";
import { rowsOf, tableOf } from "./tables.js";

const random = createRandom("tuning");
const rows = 2400;
const a = rowsOf(rows, () => random.integer(6));
const b = rowsOf(rows, () => random.integer(6));
/** An exclusive or, which a stump cannot see and a tree of depth 2 can. */
const data = {
  features: tableOf({ a, b }),
  label: Uint8Array.from(a, (value, row) =>
    Number(random.uniform() < (value > 2 !== b[row] > 2 ? 0.9 : 0.1)),
  ),
};
const split = authorSplit(data.label, 1);

test(
  "every family of the study has a space that its options accept, and its budget bounds the " +
    "trials",
  () => {
    for (const { kind, defaults } of MODEL_FAMILIES) {
      const { grid, budget } = SEARCH_SPACES[kind];
      for (const name of Object.keys(grid))
        assert.ok(name in defaults, `${kind} has no option ${name}`);
      assert.ok(
        Object.values(grid).reduce((size, values) => size * values.length, 1) + 1 >= budget,
      );
    }
  },
);

test("options that win by more than chance on the validation rows are taken, others are not", async () => {
  const stumps = {
    ...gradientBoosting,
    defaults: { ...gradientBoosting.defaults, maxDepth: 1 },
    fit: (...[d, options, control]: Parameters<typeof gradientBoosting.fit>) =>
      gradientBoosting.fit(d, { maxDepth: 1, ...options }, control),
  };
  const [won, same] = await tuneFamilies([stumps, randomForest], data, split, {
    seed: 3,
    spaces: {
      "gradient-boosting": { grid: { maxDepth: [2, 3] }, budget: 3, folds: 2 },
      "random-forest": { grid: { minSamplesLeaf: [2, 3] }, budget: 3, folds: 2 },
    },
  });
  assert.ok((won.best.maxDepth as number) > 1 && won.savedLogLoss!.low > 0);
  assert.deepEqual(won.adopted, won.best);
  assert.deepEqual(same.adopted, {});
  assert.deepEqual(adoptedOptions([won, same]), {
    "gradient-boosting": won.best,
    "random-forest": {},
  });
  assert.deepEqual(won.trials.map(({ options }) => options).sort(), [
    "defaults",
    "maxDepth 2",
    "maxDepth 3",
  ]);

  // The comparison is that of two fits to the training rows, judged on the validation rows.
  const judged = { ...split, test: split.validation };
  const [winner, defaults] = [
    await evaluateOnSplit(stumps, data, judged, { seed: 3, ...won.best }),
    await evaluateOnSplit(stumps, data, judged, { seed: 3 }),
  ];
  const saved = defaults.test.logLoss - winner.test.logLoss;
  assert.ok(Math.abs(won.savedLogLoss!.estimate - saved) < 1e-12);
});

test("where rows can be known again by their block of time, what learns blocks by heart is not taken", async () => {
  // Each block has a label of its own and marks that only its rows come near.
  const draws = createRandom("blocks known again");
  const blockCount = 80;
  const blockOfRow = Uint32Array.from({ length: 1600 }, (_, row) => row % blockCount);
  const labelOf = Uint8Array.from({ length: blockCount }, () => draws.integer(2));
  const mark = Float64Array.from({ length: blockCount }, () => 100 * draws.uniform());
  const marked = {
    features: tableOf({
      mark: Array.from(blockOfRow, (block) => mark[block] + 1e-3 * draws.uniform()),
      noise: Array.from(blockOfRow, () => draws.uniform()),
    }),
    label: Uint8Array.from(blockOfRow, (block) => labelOf[block]),
  };
  const asked = authorSplit(marked.label, 5);
  const spaces = {
    "gradient-boosting": { grid: { maxDepth: [1], nEstimators: [2] }, budget: 2, folds: 4 },
  };
  const [byRows] = await tuneFamilies([gradientBoosting], marked, asked, { seed: 5, spaces });
  assert.deepEqual(byRows.adopted, {}); // by rows, memory is what predicts best
  const [byBlocks] = await tuneFamilies([gradientBoosting], marked, asked, {
    seed: 5,
    spaces,
    blocks: { blockOfRow, blockCount },
  });
  assert.deepEqual(byBlocks.adopted, { maxDepth: 1, nEstimators: 2 });

  // Too few blocks to keep whole: rows are what is left, of which memory is the better guess.
  const weak = {
    ...gradientBoosting,
    fit: (...[d, options, control]: Parameters<typeof gradientBoosting.fit>) =>
      gradientBoosting.fit(d, { maxDepth: 1, nEstimators: 2, ...options }, control),
  };
  const [few] = await tuneFamilies([weak], marked, asked, {
    seed: 5,
    spaces: {
      "gradient-boosting": { grid: { maxDepth: [6], nEstimators: [100] }, budget: 2, folds: 4 },
    },
    blocks: { blockOfRow: blockOfRow.map((block) => block % 2), blockCount: 2 },
  });
  assert.deepEqual(few.adopted, { maxDepth: 6, nEstimators: 100 });
});

test("the search never sees validation or test rows, and the same seed makes the same trials", async () => {
  const spaces = { "logistic-regression": { grid: { C: [0.01, 100] }, budget: 3, folds: 3 } };
  const [first] = await tuneFamilies([logisticRegression], data, split, { seed: 3, spaces });
  const other = { ...data, label: data.label.slice() };
  for (const row of [...split.validation, ...split.test]) other.label[row] = 1 - other.label[row];
  const [second] = await tuneFamilies([logisticRegression], other, split, { seed: 3, spaces });
  assert.deepEqual(second.trials, first.trials);
  await assert.rejects(
    tuneFamilies([lookupBaseline], data, split, { seed: 3, spaces }),
    /no search space for "lookup"/,
  );
  await assert.rejects(
    tuneFamilies(
      [logisticRegression],
      data,
      { ...split, validation: new Uint32Array(0) },
      { seed: 3 },
    ),
    /no validation part/,
  );
});
