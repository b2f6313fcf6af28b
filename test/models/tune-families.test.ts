import assert from "node:assert/strict";
import { test } from "node:test";
import {
  adoptedOptions,
  authorSplit,
  compareClassifiers,
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
  assert.ok((won.best.maxDepth as number) > 1 && won.againstDefaults!.difference.low > 0);
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
  const label = Uint8Array.from(split.validation, (row) => data.label[row]);
  const [winner, defaults] = [
    await evaluateOnSplit(stumps, data, judged, { seed: 3, ...won.best }),
    await evaluateOnSplit(stumps, data, judged, { seed: 3 }),
  ];
  assert.equal(
    won.againstDefaults!.midP,
    compareClassifiers(label, winner.testProbability, defaults.testProbability).midP,
  );
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
