import { test } from "node:test";
import assert from "node:assert/strict";
import { createRandom } from "lib/statistics";
import {
  classificationMetrics,
  constantBaseline,
  evaluateOnSplit,
  learningCurve,
  logisticRegression,
  lookupBaseline,
  predictDistinct,
  stratifiedSplit,
} from "lib/models";
import { rowsOf, tableOf } from "./tables.js";

const random = createRandom(11);
const rows = 2000;
const cell = rowsOf(rows, () => random.integer(12));
const data = {
  features: tableOf({ cell, half: cell.map((c) => Math.floor(c / 2)) }),
  label: Uint8Array.from(cell, (c) => (random.uniform() < (c % 2 ? 0.7 : 0.2) ? 1 : 0)),
};
const split = stratifiedSplit(data.label);

test("a family is fitted to the training part and measured on every part", async () => {
  const evaluation = await evaluateOnSplit(lookupBaseline, data, split);
  assert.equal(evaluation.train.weight, split.train.length);
  assert.equal(evaluation.validation?.weight, split.validation.length);
  assert.equal(evaluation.gap, evaluation.train.accuracy - evaluation.test.accuracy);
  const truth = Uint8Array.from(split.test, (row) => data.label[row]);
  assert.deepEqual(classificationMetrics(truth, evaluation.testProbability), evaluation.test);
  assert.equal(
    (await evaluateOnSplit(constantBaseline, data, { ...split, validation: new Uint32Array(0) }))
      .validation,
    null,
  );
});

test("predicting distinct vectors gives the same numbers as predicting rows", async () => {
  const model = await logisticRegression.fit(data);
  assert.deepEqual(predictDistinct(model, data.features), model.predictProbability(data.features));
});

test("a learning curve grows by nested stratified samples and ends with all training rows", async () => {
  const curve = await learningCurve(lookupBaseline, data, split, { shares: [0.01, 0.1, 1] });
  assert.deepEqual(
    curve.map((point) => point.rows),
    [12, 120, split.train.length],
  );
  const whole = await evaluateOnSplit(lookupBaseline, data, split);
  assert.deepEqual(curve[2].test, whole.test);
  // With a row a cell the lookup knows its training rows by heart, and less of the test rows.
  assert.ok(
    curve[0].train.accuracy - curve[0].test.accuracy >
      curve[2].train.accuracy - curve[2].test.accuracy,
  );
  await assert.rejects(learningCurve(lookupBaseline, data, split, { shares: [2] }), /\(0, 1\]/);
});
