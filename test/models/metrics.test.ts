import { test } from "node:test";
import assert from "node:assert/strict";
import { timeBlocks } from "lib/requests";
import {
  calibrationCurve,
  classificationMetrics,
  compareClassifiers,
  metricIntervals,
  type Metrics,
} from "lib/models";
import { rowsOf } from "./tables.js";

// The table and the figures below were computed by scikit-learn 1.2.1 (Debian 12).
const rows = 60;
const label = Uint8Array.from({ length: rows }, (_, i) =>
  ((i * 53) % 60) + (i % 7) * 4 > 38 ? 1 : 0,
);
const probability = rowsOf(rows, (i) => Math.round(((i * 29) % 61) / 0.61) / 100);
const weight = rowsOf(rows, (i) => 1 + (i % 3));

const near = (actual: number, expected: number, tolerance = 1e-12): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
const summary = (m: Metrics): number[] => [
  m.accuracy,
  m.classes[0].precision,
  m.classes[1].precision,
  m.classes[0].recall,
  m.classes[1].recall,
  m.classes[0].f1,
  m.classes[1].f1,
  m.rocAuc,
  m.logLoss,
  m.brier,
];

test("metrics equal scikit-learn's, with and without weights", () => {
  const plain = [
    0.5166666666666667, 0.45161290322580644, 0.5862068965517241, 0.5384615384615384, 0.5,
    0.4912280701754386, 0.5396825396825397, 0.5214932126696833, 0.9810459302681241,
    0.3253433333333334,
  ];
  const weighted = [
    0.48333333333333334, 0.41935483870967744, 0.5517241379310345, 0.5, 0.47058823529411764,
    0.456140350877193, 0.5079365079365079, 0.49377828054298645, 0.9928780233531833,
    0.33839666666666657,
  ];
  summary(classificationMetrics(label, probability)).forEach((value, m) => near(value, plain[m]));
  const withWeights = classificationMetrics(label, probability, weight);
  summary(withWeights).forEach((value, m) => near(value, weighted[m]));
  assert.deepEqual(withWeights.confusion, {
    trueNegatives: 26,
    falsePositives: 26,
    falseNegatives: 36,
    truePositives: 32,
  });
});

test("a weight of k is k equal rows", () => {
  const repeated = Array.from(weight, (count, row) => new Array<number>(count).fill(row)).flat();
  const unfolded = classificationMetrics(
    Uint8Array.from(repeated, (row) => label[row]),
    Float64Array.from(repeated, (row) => probability[row]),
  );
  summary(unfolded).forEach((value, m) =>
    near(value, summary(classificationMetrics(label, probability, weight))[m]),
  );
});

test("ROC-AUC is the share of pairs in the right order, ties half", () => {
  let wins = 0;
  let pairs = 0;
  const coarse = probability.map((p) => Math.round(p * 5) / 5);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++) {
      if (label[i] !== 1 || label[j] !== 0) continue;
      pairs++;
      wins += coarse[i] > coarse[j] ? 1 : coarse[i] === coarse[j] ? 0.5 : 0;
    }
  near(classificationMetrics(label, coarse).rocAuc, wins / pairs);
});

test("what is undefined is NaN, and one half answers 0", () => {
  const oneClass = classificationMetrics(Uint8Array.of(0, 0), Float64Array.of(0.5, 0.2));
  assert.equal(oneClass.accuracy, 1);
  assert.ok(
    Number.isNaN(oneClass.rocAuc) &&
      Number.isNaN(oneClass.classes[1].precision) &&
      Number.isNaN(oneClass.classes[1].recall),
  );
  near(classificationMetrics(Uint8Array.of(1), Float64Array.of(0)).logLoss, -Math.log(2 ** -52));
  assert.throws(() => classificationMetrics(Uint8Array.of(1), Float64Array.of(1.5)), /\[0, 1\]/);
  assert.throws(() => classificationMetrics(Uint8Array.of(1), Float64Array.of(NaN)), /\[0, 1\]/);
  assert.throws(() => classificationMetrics(Uint8Array.of(2), Float64Array.of(1)), /label 2/);
  assert.throws(
    () => classificationMetrics(Uint8Array.of(1, 0), Float64Array.of(1)),
    /1 predictions for 2 labels/,
  );
});

test("the calibration curve equals scikit-learn's", () => {
  const { bins, expectedError } = calibrationCurve(label, probability, undefined, { bins: 5 });
  const observed = [
    0.5384615384615384, 0.5833333333333334, 0.6363636363636364, 0.46153846153846156,
    0.6363636363636364,
  ];
  const predicted = [
    0.0984615384615385, 0.3033333333333333, 0.4981818181818182, 0.7046153846153846,
    0.9018181818181819,
  ];
  bins.forEach((bin, b) => {
    near(bin.observed.estimate, observed[b]);
    near(bin.meanPredicted, predicted[b]);
    assert.ok(bin.observed.low < observed[b] && observed[b] < bin.observed.high);
  });
  near(
    expectedError,
    bins.reduce(
      (sum, bin, b) => sum + (bin.weight / rows) * Math.abs(observed[b] - predicted[b]),
      0,
    ),
  );
  const quantiles = calibrationCurve(label, probability, undefined, {
    bins: 4,
    strategy: "quantile",
  }).bins;
  assert.deepEqual(
    quantiles.map((bin) => bin.weight),
    [15, 15, 15, 15],
  );
});

test(
  "bootstrap intervals: accuracy's agrees with the binomial, folded or not, and the seed " +
    "decides",
  () => {
    const large = 4000;
    const y = Uint8Array.from({ length: large }, (_, i) => (i % 10 < 3 ? 1 : 0));
    const p = rowsOf(large, (i) => (i % 4 === 0 ? 0.9 : 0.2));
    const { accuracy } = metricIntervals(y, p, undefined, { repeats: 2000 });
    const spread = 1.96 * Math.sqrt((accuracy.estimate * (1 - accuracy.estimate)) / large);
    // 2,000 resamples know a 2.5 % quantile to about .06 standard deviations.
    near(accuracy.low, accuracy.estimate - spread, 0.15 * spread);
    near(accuracy.high, accuracy.estimate + spread, 0.15 * spread);
    // Distinct predictions take the row-by-row path; the law is the same.
    const unfolded = metricIntervals(
      y,
      p.map((value, i) => value + i * 1e-9),
      undefined,
      { repeats: 2000 },
    ).accuracy;
    near(unfolded.low, accuracy.low, 0.15 * spread);
    assert.deepEqual(
      metricIntervals(y, p, undefined, { repeats: 50, seed: 3 }),
      metricIntervals(y, p, undefined, { repeats: 50, seed: 3 }),
    );
    assert.throws(
      () =>
        metricIntervals(
          label,
          probability,
          weight.map((w) => w / 2),
        ),
      /whole numbers/,
    );
  },
);

test("two blocks of time leave nearly everything open, but no share below 0 or above 1", () => {
  const y = Uint8Array.from({ length: 200 }, (_, i) => i % 2);
  const p = rowsOf(200, (i) => (i % (i < 100 ? 3 : 10) === 0 ? 0.5 : i % 2));
  const blocks = timeBlocks(rowsOf(200, (i) => (i < 100 ? 0 : 3_600_000)));
  const { accuracy, logLoss } = metricIntervals(y, p, undefined, { blocks });
  assert.deepEqual([accuracy.low, accuracy.high], [0, 1]);
  assert.equal(logLoss.low, 0);
  assert.ok(logLoss.high > 1);
});

test("two classifiers are compared on the rows where they differ", () => {
  const truth = Uint8Array.of(1, 1, 1, 0, 0, 0, 1, 0);
  const first = Float64Array.of(0.9, 0.8, 0.7, 0.1, 0.2, 0.3, 0.1, 0.9);
  const second = Float64Array.of(0.9, 0.1, 0.2, 0.3, 0.9, 0.1, 0.6, 0.8);
  const comparison = compareClassifiers(truth, first, second);
  assert.deepEqual(
    [
      comparison.bothRight,
      comparison.onlyFirstRight,
      comparison.onlySecondRight,
      comparison.neitherRight,
    ],
    [3, 3, 1, 1],
  );
  assert.equal(comparison.identicalShare, 0.5);
  assert.equal(comparison.difference.estimate, 0.25);
  // Binomial(4, 1/2): P(X <= 1) = 5/16, P(X = 1) = 4/16.
  near(comparison.exactP, 10 / 16);
  near(comparison.midP, 6 / 16);
  const same = compareClassifiers(truth, first, first);
  assert.deepEqual([same.identicalShare, same.exactP, same.difference.estimate], [1, 1, 0]);
});
