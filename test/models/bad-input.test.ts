import { test } from "node:test";
import assert from "node:assert/strict";
import {
  constantBaseline,
  evaluateOnSplit,
  gradientBoosting,
  logisticRegression,
  lookupBaseline,
  neuralNetwork,
  randomForest,
  type Classifier,
  type ClassifierFamily,
  type TrainingData,
} from "lib/models";
import { createRandom } from "lib/statistics";
import { rowsOf, tableOf } from "./tables.js";

type AnyFamily = ClassifierFamily<{ seed: number }>;
/** What draws a boundary, and what only counts. */
const LEARNERS: AnyFamily[] = [randomForest, gradientBoosting, logisticRegression, neuralNetwork];
const COUNTERS: AnyFamily[] = [constantBaseline, lookupBaseline];
const EVERY = [...LEARNERS, ...COUNTERS];
/** Enough for the outcome, on a machine of any speed. */
const SMALL: Record<string, object> = {
  "random-forest": { nEstimators: 10 },
  "gradient-boosting": { nEstimators: 10 },
  "neural-network": { hiddenLayers: [4], maxRounds: 8 },
};
const fit = (family: AnyFamily, data: TrainingData): Promise<Classifier> =>
  family.fit(data, SMALL[family.kind]);
const areProbabilities = (values: Float64Array, name: string): void =>
  values.forEach((p, row) => assert.ok(p >= 0 && p <= 1, `${name} answers ${p} in row ${row}`));

function noisyTable(rows: number): TrainingData {
  const random = createRandom(1);
  const x = rowsOf(rows, () => random.normal());
  const z = rowsOf(rows, () => random.integer(3));
  return {
    features: tableOf({ x, z }),
    label: Uint8Array.from(x, (value) => (value + random.normal() > 0 ? 1 : 0)),
  };
}

test("one class only: a learner refuses and names the class, a counter answers it", async () => {
  const { features } = noisyTable(50);
  for (const only of [0, 1]) {
    const data = { features, label: new Uint8Array(50).fill(only) };
    for (const family of LEARNERS)
      await assert.rejects(
        fit(family, data),
        new RegExp(`${family.title} needs both classes, but every row has label ${only}`),
      );
    for (const family of COUNTERS)
      assert.deepEqual(
        [...(await fit(family, data)).predictProbability(features)],
        new Array(50).fill(only),
      );
  }
});

test("one row has one class; no row has none", async () => {
  const row = { features: tableOf({ x: [1] }), label: Uint8Array.of(1) };
  const none = { features: tableOf({ x: [] }), label: new Uint8Array(0) };
  for (const family of LEARNERS)
    await assert.rejects(fit(family, row), /needs both classes/, family.kind);
  for (const family of COUNTERS)
    assert.deepEqual(
      [...(await fit(family, row)).predictProbability(tableOf({ x: [1, 2] }))],
      [1, 1],
    );
  for (const family of EVERY)
    await assert.rejects(fit(family, none), /there are no rows/, family.kind);
});

test("a constant column tells nothing: every answer is the same, and near the share", async () => {
  const label = Uint8Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0));
  const data = { features: tableOf({ x: new Float64Array(400).fill(5) }), label };
  for (const family of EVERY) {
    const [at, elsewhere] = (await fit(family, data)).predictProbability(tableOf({ x: [5, 6] }));
    assert.ok(Math.abs(at - 0.25) < 0.05, `${family.kind} answers ${at}`);
    if (family !== lookupBaseline)
      assert.ok(
        Math.abs(elsewhere - 0.25) < 0.12,
        `${family.kind} answers ${elsewhere} beside the constant`,
      );
  }
});

test(
  "NaN is a missing value, in the fit and after it; an infinite value and a weight that is " +
    "none are refused by name",
  async () => {
    const data = noisyTable(300);
    const x = data.features.columns[0];
    for (let row = 0; row < 300; row += 7) x[row] = NaN;
    for (const family of EVERY)
      areProbabilities(
        (await fit(family, data)).predictProbability(tableOf({ x: [NaN, 0.3], z: [1, NaN] })),
        family.kind,
      );
    const nothing = {
      features: tableOf({ x: new Float64Array(300).fill(NaN), z: data.features.columns[1] }),
      label: data.label,
    };
    for (const family of EVERY)
      areProbabilities(
        (await fit(family, nothing)).predictProbability(nothing.features),
        family.kind,
      );
    for (const bad of [Infinity, -Infinity]) {
      for (const family of EVERY)
        await assert.rejects(
          fit(family, {
            ...data,
            features: tableOf({
              x: rowsOf(300, (row) => (row === 9 ? bad : row)),
              z: data.features.columns[1],
            }),
          }),
          new RegExp(`feature "x" is ${bad} in row 9`),
          family.kind,
        );
    }
    for (const family of EVERY)
      await assert.rejects(
        fit(family, { ...data, weight: rowsOf(300, (row) => (row === 4 ? NaN : 1)) }),
        /row 4 has weight NaN/,
        family.kind,
      );
  },
);

test(
  "weights of zero: all of them are refused, those of one class leave one class, single ones " +
    "leave their rows out",
  async () => {
    const data = noisyTable(300);
    const twice = { ...data, label: data.label.map((y, row) => (row % 3 === 0 ? 1 - y : y)) };
    for (const family of EVERY)
      await assert.rejects(
        fit(family, { ...data, weight: new Float64Array(300) }),
        /the weights of all 300 rows are zero/,
        family.kind,
      );
    for (const family of LEARNERS)
      await assert.rejects(
        fit(family, { ...data, weight: Float64Array.from(data.label) }),
        /needs both classes, but every row has label 1/,
        family.kind,
      );
    // What has no weight may have any label.
    const weight = rowsOf(300, (row) => (row % 3 === 0 ? 0 : 1));
    for (const family of EVERY) {
      const [a, b] = [
        await fit(family, { ...data, weight }),
        await fit(family, { ...twice, weight }),
      ];
      assert.deepEqual(
        b.predictProbability(data.features),
        a.predictProbability(data.features),
        family.kind,
      );
    }
  },
);

test("10,000 columns: learned from, or refused with the limit", async () => {
  const wide = tableOf(
    Object.fromEntries(
      Array.from({ length: 10000 }, (_, f) => [
        `f${f}`,
        rowsOf(12, (row) => (f === 9000 ? row % 2 : (row * (f + 3)) % 5)),
      ]),
    ),
  );
  const data = { features: wide, label: Uint8Array.from({ length: 12 }, (_, row) => row % 2) };
  for (const family of [randomForest, gradientBoosting, neuralNetwork, ...COUNTERS])
    areProbabilities((await fit(family, data)).predictProbability(wide), family.kind);
  assert.deepEqual(
    [...(await fit(lookupBaseline as AnyFamily, data)).predictProbability(wide)],
    [...data.label],
  );
  await assert.rejects(fit(logisticRegression, data), /at most 2000 features/);
});

test("a split that leaves one class to train on is refused with the reason", async () => {
  const data = noisyTable(60);
  const rows = Uint32Array.from(data.label.keys()).filter((row) => data.label[row] === 1);
  const split = {
    name: "one class",
    train: rows,
    validation: new Uint32Array(0),
    test: Uint32Array.of(0, 1),
  };
  for (const family of LEARNERS)
    await assert.rejects(
      evaluateOnSplit(family, data, split),
      /needs both classes, but every row has label 1/,
    );
});
