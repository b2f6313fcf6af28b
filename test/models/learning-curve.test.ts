import assert from "node:assert/strict";
import { test } from "node:test";
import {
  authorSplit,
  evaluateOnSplit,
  gradientBoosting,
  learningCurve,
  learningCurves,
  lookupBaseline,
  scoreModels,
  scoreRecord,
  trainFamilies,
  trainLookups,
} from "lib/models";
import { createRandom } from "lib/statistics";
import { rowsOf, tableOf } from "./tables.js";

const random = createRandom("curve");
const rows = 2000;
const x = rowsOf(rows, () => random.integer(10));
const y = rowsOf(rows, () => random.integer(5));
const data = {
  features: tableOf({ x, y }),
  label: Uint8Array.from(x, (value, row) => Number(random.uniform() < (value + y[row]) / 13)),
};
const split = authorSplit(data.label, 4);

test("samples grow, keep both classes' shares, and the last point is the whole training part", async () => {
  const points = await learningCurve(lookupBaseline, data, split, {
    options: { size: 2 },
    seed: 1,
  });
  assert.deepEqual(
    points.map(({ train }) => train.weight),
    points.map((point) => point.rows),
  );
  assert.ok(points.every((point, p) => p === 0 || point.rows > points[p - 1].rows));
  const whole = await evaluateOnSplit(lookupBaseline, data, split, { size: 2 });
  const last = points[points.length - 1];
  assert.deepEqual(
    [last.rows, last.test.accuracy, last.train.accuracy],
    [split.train.length, whole.test.accuracy, whole.train.accuracy],
  );
  const share = split.train.reduce((sum, row) => sum + data.label[row], 0) / split.train.length;
  for (const { rows: count, train } of points)
    assert.ok(Math.abs(train.classes[1].support / count - share) < 1.01 / count);
  // On few rows a table of 50 cells is learned by heart; on many it is not.
  assert.ok(
    points[0].train.accuracy > last.train.accuracy && points[0].test.accuracy < last.test.accuracy,
  );
  await assert.rejects(
    learningCurve(lookupBaseline, data, split, { shares: [0] }),
    /lies in \(0, 1\]/,
  );
});

test("several families run over the same samples with their own options", async () => {
  const curves = await learningCurves([gradientBoosting, lookupBaseline], data, split, {
    seed: 1,
    optionsOf: { "gradient-boosting": { nEstimators: 2 } },
  });
  assert.deepEqual(
    curves.map(({ title }) => title),
    ["Gradient boosting", "Lookup"],
  );
  assert.deepEqual(
    curves[0].points.map((point) => point.rows),
    curves[1].points.map((point) => point.rows),
  );
  const two = await evaluateOnSplit(gradientBoosting, data, split, { seed: 1, nEstimators: 2 });
  assert.equal(curves[0].points.at(-1)!.test.logLoss, two.test.logLoss);
});

test("lookups are trained on the training rows, and scores hold what the metrics say", async () => {
  const [one, two, ...rest] = await trainLookups(data, split, { seed: 1 });
  assert.equal(rest.length, 0);
  assert.deepEqual([one.title, two.title], ["Lookup of one column", "Lookup of two columns"]);
  assert.equal(
    two.evaluation.test.accuracy,
    (await evaluateOnSplit(lookupBaseline, data, split, { size: 2 })).test.accuracy,
  );
  const [scored] = scoreModels(
    await trainFamilies([gradientBoosting], data, split, {
      seed: 1,
      optionsOf: { "gradient-boosting": { nEstimators: 3 } },
    }),
    data.label,
    { seed: 1 },
  );
  assert.equal(scored.intervals.accuracy.estimate, scored.evaluation.test.accuracy);
  assert.equal(
    scored.calibration.bins.reduce((sum, { weight }) => sum + weight, 0),
    split.test.length,
  );
  assert.ok(
    !("evaluation" in scoreRecord(scored)) &&
      JSON.stringify(scoreRecord(scored)).includes(String(scored.intervals.brier.low)),
  );
});
