import { test } from "node:test";
import assert from "node:assert/strict";
import { createRandom } from "lib/statistics";
import {
  candidateOptions,
  evaluateOnSplit,
  logisticRegression,
  lookupBaseline,
  stratifiedFolds,
  successiveHalving,
  type LookupOptions,
} from "lib/models";
import { rowsOf, tableOf } from "./tables.js";

const random = createRandom(8);
const rows = 3000;
const useful = rowsOf(rows, () => random.integer(8));
const data = {
  features: tableOf({
    fine: rowsOf(rows, () => random.uniform()),
    useless: rowsOf(rows, () => random.integer(5)),
    useful,
    constant: new Float64Array(rows),
  }),
  label: Uint8Array.from(useful, (value) => (random.uniform() < (value % 2 ? 0.8 : 0.3) ? 1 : 0)),
};

test("the better third goes on to three times the rows, and the best wins", async () => {
  const names = ["fine", "useless", "useful", "constant"];
  const candidates: Partial<LookupOptions>[] = [...names, ...names, "useless"].map((name) => ({
    features: [name],
  }));
  const progress: number[] = [];
  const { best, trials } = await successiveHalving(lookupBaseline, data, candidates, {
    control: { onProgress: (share) => progress.push(share) },
  });
  assert.deepEqual(best.features, ["useful"]);
  assert.deepEqual(
    trials.map(({ round }) => round),
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1],
  );
  assert.ok(Math.abs(trials[0].rows - 1000) <= 1);
  assert.equal(trials[11].rows, 3000);
  assert.equal(trials.filter(({ kept }) => kept).length, 4);
  assert.equal(progress.at(-1), 1);

  // The last round is plain cross-validation of all rows.
  const winner = trials.find(({ round, kept }) => round === 1 && kept)!;
  let loss = 0;
  for (const split of stratifiedFolds(data.label, 3))
    loss +=
      (await evaluateOnSplit(lookupBaseline, data, split, { features: ["useful"] })).test.logLoss /
      3;
  assert.ok(Math.abs(winner.logLoss - loss) < 1e-12);
});

test("candidates are different members of the grid", () => {
  const grid = { C: [0.1, 1, 10], maxIterations: [50, 100] };
  const drawn = candidateOptions(grid, 4);
  assert.equal(new Set(drawn.map((options) => JSON.stringify(options))).size, 4);
  for (const { C, maxIterations } of drawn)
    assert.ok(grid.C.includes(C!) && grid.maxIterations.includes(maxIterations!));
  assert.equal(candidateOptions(grid, 100).length, 6);
  assert.deepEqual(candidateOptions(grid, 4), drawn);
});

test("a search can be ended, and needs something to search", async () => {
  await assert.rejects(successiveHalving(logisticRegression, data, []), /needs a candidate/);
  await assert.rejects(
    successiveHalving(logisticRegression, data, [{ C: 1 }], {
      control: { signal: AbortSignal.abort() },
    }),
    { name: "AbortError" },
  );
});
