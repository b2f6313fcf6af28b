import assert from "node:assert/strict";
import { test } from "node:test";
import {
  evaluateOnSplit,
  foldBySplits,
  forwardInTime,
  generalisation,
  gradientBoosting,
  leaveOneGroupOut,
  logisticRegression,
  lookupBaseline,
  lookupOf,
  stratifiedFolds,
  unseenCells,
  type ClassifierFamily,
  type Split,
} from "lib/models";
import { createRandom } from "lib/statistics";
import { rowsOf, tableOf } from "./tables.js";

const random = createRandom("generalisation");
const rows = 1200;
const window = rowsOf(rows, () => random.integer(3));
const size = rowsOf(rows, () => random.integer(4));
const data = {
  features: tableOf({ time_window_encoded: window, payload_size_kb: size }),
  label: Uint8Array.from(window, (w, row) =>
    Number(random.uniform() < [0.2, 0.5, 0.9][w] * (size[row] > 1 ? 1 : 0.6)),
  ),
};
const timestampMs = rowsOf(rows, (row) => row * 1000);

test("folding by splits changes no metric of any model that counts weights as rows", async () => {
  const splits = [...leaveOneGroupOut(Uint32Array.from(window)), ...stratifiedFolds(data.label, 3)];
  const folded = foldBySplits(data, splits);
  assert.ok(folded.data.features.rowCount < rows / 4);
  assert.equal(
    folded.data.weight!.reduce((sum, weight) => sum + weight, 0),
    rows,
  );
  const weightOf = (split: Split, part: "train" | "test"): number =>
    split[part].reduce((sum, row) => sum + folded.data.weight![row], 0);
  for (const [s, split] of splits.entries()) {
    assert.deepEqual(
      [
        folded.splits[s].name,
        weightOf(folded.splits[s], "train"),
        weightOf(folded.splits[s], "test"),
      ],
      [split.name, split.train.length, split.test.length],
    );
    for (const family of [
      lookupBaseline,
      gradientBoosting,
      logisticRegression,
    ] as readonly ClassifierFamily<{ seed: number }>[]) {
      const byRows = await evaluateOnSplit(family, data, split, { seed: 1 });
      const byWeights = await evaluateOnSplit(family, folded.data, folded.splits[s], { seed: 1 });
      assert.equal(byWeights.test.accuracy, byRows.test.accuracy, `${family.kind}, ${split.name}`);
      assert.ok(
        Math.abs(byWeights.test.logLoss - byRows.test.logLoss) < 1e-6,
        `${family.kind}, ${split.name}`,
      );
    }
  }
});

test("whole cells asked alone give what they give beside the other questions", async () => {
  const cellOfRow = window.map((w, row) => 4 * w + size[row]);
  const { results } = await generalisation([lookupOf(1)], data, { cellOfRow }, { seed: 5 });
  const asked = { seed: 5, options: {}, threads: 1 };
  const alone = await unseenCells(lookupOf(1), data, cellOfRow, asked);
  assert.deepEqual(
    alone,
    results.find(({ question }) => question === "whole context cells"),
  );
});

test("each question is asked as its splits say, with means by hand", async () => {
  const progress: number[] = [];
  const { results, refused } = await generalisation(
    [lookupOf(1)],
    data,
    { cellOfRow: window.map((w, row) => 4 * w + size[row]), timestampMs },
    { seed: 5, onProgress: (share) => progress.push(share) },
  );
  assert.deepEqual(
    results.map(({ question }) => question),
    [
      "random rows, the thesis's 60/20/20",
      "random rows, five folds",
      "whole context cells",
      "one time window",
      "one payload size",
      "forward in time",
    ],
  );
  assert.equal(progress.at(-1), 1);
  assert.deepEqual(refused, [
    { question: "one load pattern", why: "the table has no feature load_pattern_encoded" },
  ]);
  assert.ok(results.every(({ title }) => title === "Lookup of one column"));

  const check = async (question: string, splits: Split[]): Promise<void> => {
    const found = results.find((result) => result.question === question)!;
    let right = 0;
    let tested = 0;
    let gap = 0;
    for (const split of splits) {
      const { train, test: held } = await evaluateOnSplit(lookupBaseline, data, split, { size: 1 });
      right += held.accuracy * split.test.length;
      gap += (train.accuracy - held.accuracy) * split.test.length;
      tested += split.test.length;
    }
    assert.ok(Math.abs(found.test - right / tested) < 1e-12, question);
    assert.ok(Math.abs(found.gap - gap / tested) < 1e-12, question);
  };
  await check("one time window", leaveOneGroupOut(Uint32Array.from(window)));
  await check("forward in time", forwardInTime(timestampMs, 4));
  assert.equal(results.find(({ question }) => question === "one time window")!.seenShare, 0);
});

test("each day is left out in turn where there are three or more", async () => {
  const asked = async (days: number): Promise<[number, number][]> => {
    const day = rowsOf(rows, (row) => row % days);
    // Alternating days have their rows an hour before and after midnight.
    const times = day.map((d, row) => d * 86_400_000 + (row % 2 ? 82_800_000 : 3_600_000));
    const keys = { cellOfRow: window, timestampMs: times };
    const { results } = await generalisation([lookupOf(1)], data, keys, { seed: 5 });
    const whole = results.filter(({ question }) => question === "one day");
    for (const { test: found } of whole) {
      let right = 0;
      for (const split of leaveOneGroupOut(Uint32Array.from(day))) {
        const { test: held } = await evaluateOnSplit(lookupBaseline, data, split, { size: 1 });
        right += held.accuracy * split.test.length;
      }
      assert.ok(Math.abs(found - right / rows) < 1e-12);
    }
    return whole.map(({ splits, random }) => [splits, Number(random)]);
  };
  assert.deepEqual(await asked(2), []);
  assert.deepEqual(await asked(4), [[4, 0]]);
});

test("options by kind reach the fits, and data too few for a question leave it out", async () => {
  const { results: deep } = await generalisation(
    [gradientBoosting],
    data,
    { cellOfRow: window },
    { seed: 1 },
  );
  const { results: stump } = await generalisation(
    [gradientBoosting],
    data,
    { cellOfRow: window },
    { seed: 1, optionsOf: { "gradient-boosting": { nEstimators: 1, maxDepth: 1 } } },
  );
  assert.notEqual(deep[0].train, stump[0].train);
  const tiny = {
    features: tableOf({ time_window_encoded: [0, 0, 1, 1] }),
    label: Uint8Array.of(0, 1, 0, 1),
  };
  const { results, refused } = await generalisation(
    [lookupBaseline],
    tiny,
    { cellOfRow: [0, 0, 0, 0] },
    { seed: 1 },
  );
  assert.deepEqual(
    results.map(({ question }) => question),
    ["one time window"],
  );
  assert.deepEqual(
    refused.map(({ question }) => question),
    [
      "random rows, the thesis's 60/20/20",
      "random rows, five folds",
      "whole context cells",
      "one load pattern",
      "one payload size",
    ],
  );
  assert.match(refused[1].why, /^5 folds need 5 rows of each class/);
});

test("a split that leaves one class to train on is named; a defect is no question refused", async () => {
  const oneSided = {
    features: tableOf({ time_window_encoded: [0, 0, 0, 1, 1, 2, 2] }),
    label: Uint8Array.of(0, 0, 0, 1, 1, 0, 0),
  };
  const cellOfRow = new Uint32Array(7);
  const { refused } = await generalisation([lookupBaseline], oneSided, { cellOfRow }, { seed: 1 });
  assert.deepEqual(
    refused.filter(({ question }) => question === "one time window"),
    [
      {
        question: "one time window",
        why: "1 of 3 splits leave one class only to train on",
      },
    ],
  );
  // An order of another length is a caller's mistake.
  await assert.rejects(
    generalisation(
      [lookupBaseline],
      oneSided,
      { cellOfRow, order: new Uint32Array(3) },
      { seed: 1 },
    ),
    { name: "RangeError", message: "an order of 3 rows for 7 labels" },
  );
});
