import { test } from "node:test";
import assert from "node:assert/strict";
import type { FeatureTable } from "lib/features";
import type { Classifier } from "lib/models";
import { permutationImportance } from "lib/explain";
import { createRandom } from "lib/statistics";
import { rowsOf, tableOf } from "../models/tables.js";

/** A model that is a formula over named columns. */
function formula(
  featureNames: string[],
  probability: (values: number[]) => number,
): Classifier & { asked: number } {
  return {
    kind: "formula",
    featureNames,
    asked: 0,
    predictProbability(features: FeatureTable) {
      this.asked += features.rowCount;
      const columns = featureNames.map((name) => features.columns[features.names.indexOf(name)]);
      return rowsOf(features.rowCount, (row) => probability(columns.map((column) => column[row])));
    },
    toArtefact: () => assert.fail("not asked for"),
  };
}

const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Every order of 0 … n - 1. */
function permutations(n: number): number[][] {
  return n === 0
    ? [[]]
    : permutations(n - 1).flatMap((rest) =>
        Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
      );
}

const tiny = tableOf({
  a: [0, 1, 2, 2, 1, 0, 1],
  b: [1, 1, 0, 1, 0, 0, 1],
  c: [3, 1, 4, 1, 5, 9, 2],
});
const tinyLabel = Uint8Array.of(0, 1, 1, 1, 0, 0, 1);
const model = formula(["a", "b", "c"], ([a, b, c]) =>
  sigmoid(a * (1 + b) - 1.7 + 0.1 * c - 0.4 * b),
);

/**
 * Mean accuracy drop and log-loss rise over all permutations of a group's values that `allowed`
 * lets through.
 */
function enumerate(columns: number[], allowed: (order: number[]) => boolean): [number, number] {
  const score = (table: FeatureTable): [number, number] => {
    const p = model.predictProbability(table);
    const right =
      p.reduce((sum, value, row) => sum + Number(value > 0.5 === (tinyLabel[row] === 1)), 0) / 7;
    return [
      right,
      -p.reduce((sum, value, row) => sum + Math.log(tinyLabel[row] ? value : 1 - value), 0) / 7,
    ];
  };
  const before = score(tiny);
  const orders = permutations(7).filter(allowed);
  const total = [0, 0];
  for (const order of orders) {
    const after = score({
      ...tiny,
      columns: tiny.columns.map((column, f) =>
        columns.includes(f) ? Float64Array.from(order, (row) => column[row]) : column,
      ),
    });
    total[0] += before[0] - after[0];
    total[1] += after[1] - before[1];
  }
  return [total[0] / orders.length, total[1] / orders.length];
}

test("the exact importance is the mean over all 5,040 permutations, for a feature and for a group", () => {
  const { groups, baseline } = permutationImportance(
    model,
    { features: tiny, label: tinyLabel },
    {
      groups: [
        { name: "a", features: ["a"] },
        { name: "b and c", features: ["b", "c"] },
      ],
      repeats: 9,
    },
  );
  for (const [g, columns] of [[0], [1, 2]].entries()) {
    const [drop, rise] = enumerate(columns, () => true);
    near(groups[g].accuracy.exact!.mean, drop, 1e-12);
    near(groups[g].logLoss.exact!.mean, rise, 1e-12);
  }
  assert.equal(baseline.costUsd, null);
  near(groups[0].accuracy.share + groups[1].accuracy.share, 1, 1e-12);
});

test("conditional importance is the mean over the permutations that keep the key in place", () => {
  const { groups } = permutationImportance(
    model,
    { features: tiny, label: tinyLabel },
    { groups: [{ name: "a", features: ["a"] }], within: ["b"], repeats: 20 },
  );
  const [drop, rise] = enumerate([0], (order) =>
    order.every((from, to) => tiny.columns[1][from] === tiny.columns[1][to]),
  );
  near(groups[0].accuracy.exact!.mean, drop, 1e-12);
  near(groups[0].logLoss.exact!.mean, rise, 1e-12);
  assert.equal(
    permutationImportance(
      model,
      { features: tiny, label: tinyLabel },
      { groups: [{ name: "b", features: ["b"] }], within: ["b"] },
    ).groups[0].logLoss.mean,
    0,
  );
});

const random = createRandom(4);
const rows = 3000;
const large = tableOf({
  x: rowsOf(rows, () => random.integer(6)),
  y: rowsOf(rows, () => random.integer(4)),
  unused: rowsOf(rows, () => random.integer(3)),
});
const linear = formula(["x", "y", "unused"], ([x, y]) => sigmoid(x - 2.4 + 0.8 * y - 0.9));
const truth = Uint8Array.from(linear.predictProbability(large), (p) =>
  random.uniform() < p ? 1 : 0,
);

test("repeats scatter round the exact value, their summary is scikit-learn's, and the seed decides", () => {
  const options = { repeats: 40, seed: 1 };
  const { groups } = permutationImportance(linear, { features: large, label: truth }, options);
  for (const { accuracy } of groups) {
    const mean = accuracy.raw.reduce((sum, value) => sum + value, 0) / 40;
    near(accuracy.mean, mean, 1e-15);
    near(
      accuracy.standardDeviation,
      Math.sqrt(accuracy.raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 40),
      1e-15,
    );
    near(
      accuracy.mean,
      accuracy.exact!.mean,
      (4 * accuracy.standardDeviation) / Math.sqrt(40) + 1e-12,
    );
  }
  assert.ok(groups[0].accuracy.standardDeviation > 0);
  assert.equal(groups[2].logLoss.mean, 0);
  assert.equal(groups[2].accuracy.share, 0);
  const again = permutationImportance(
    linear,
    { features: large, label: truth },
    { ...options, groups: [{ name: "y", features: ["y"] }] },
  );
  assert.deepEqual(again.groups[0].accuracy.raw, groups[1].accuracy.raw);
  assert.notDeepEqual(
    permutationImportance(linear, { features: large, label: truth }, { ...options, seed: 2 })
      .groups[1].accuracy.raw,
    groups[1].accuracy.raw,
  );
});

test("the model is asked once for each distinct pair, not for each row", () => {
  linear.asked = 0;
  permutationImportance(linear, { features: large, label: truth }, { repeats: 10 });
  assert.ok(linear.asked <= 3 * 6 * 4 * 3, `${linear.asked} rows asked for`);
});

test("the standard error over rows agrees with the jackknife", () => {
  const some = 150;
  const part = tableOf({
    x: large.columns[0].subarray(0, some),
    y: large.columns[1].subarray(0, some),
  });
  const short = formula(["x", "y"], ([x, y]) => sigmoid(x - 2.4 + 0.8 * y - 0.9));
  const exact = (keep: (row: number) => boolean): number => {
    const kept = Array.from({ length: some }, (_, row) => row).filter(keep);
    const table = tableOf({
      x: kept.map((row) => part.columns[0][row]),
      y: kept.map((row) => part.columns[1][row]),
    });
    return permutationImportance(
      short,
      { features: table, label: Uint8Array.from(kept, (row) => truth[row]) },
      { repeats: 1, groups: [{ name: "x", features: ["x"] }] },
    ).groups[0].logLoss.exact!.mean;
  };
  const left = Array.from({ length: some }, (_, row) => exact((other) => other !== row));
  const mean = left.reduce((sum, value) => sum + value, 0) / some;
  const jackknife = Math.sqrt(
    ((some - 1) / some) * left.reduce((sum, value) => sum + (value - mean) ** 2, 0),
  );
  const { standardError } = permutationImportance(
    short,
    { features: part, label: truth.subarray(0, some) },
    { repeats: 1, groups: [{ name: "x", features: ["x"] }] },
  ).groups[0].logLoss.exact!;
  near(standardError, jackknife, 0.05 * jackknife);
});

test("money: a shuffled group costs what the answers it turns cost", () => {
  const cost = {
    ifZero: rowsOf(rows, (row) => 1 + (row % 3)),
    ifOne: rowsOf(rows, (row) => 2 - (row % 2)),
  };
  const { baseline, groups } = permutationImportance(
    linear,
    { features: large, label: truth },
    { cost, repeats: 30 },
  );
  const p = linear.predictProbability(large);
  near(
    baseline.costUsd!,
    p.reduce((sum, value, row) => sum + (value > 0.5 ? cost.ifOne[row] : cost.ifZero[row]), 0) /
      rows,
    1e-12,
  );
  const { costUsd } = groups[0];
  near(costUsd!.mean, costUsd!.exact!.mean, (4 * costUsd!.standardDeviation) / Math.sqrt(30));
});

test("continuous features have too many pairs for an exact value, and are measured all the same", () => {
  const features = tableOf({
    x: rowsOf(rows, () => random.normal()),
    y: rowsOf(rows, () => random.normal()),
  });
  const steep = formula(["x", "y"], ([x]) => sigmoid(3 * x));
  const label = Uint8Array.from(features.columns[0], (x) => (x > 0 ? 1 : 0));
  const { groups } = permutationImportance(steep, { features, label });
  assert.equal(groups[0].accuracy.exact, null);
  near(groups[0].accuracy.mean, 0.5, 0.05);
  near(groups[0].accuracy.share, 1, 1e-12);
});

test("bad input is refused", () => {
  const data = { features: tiny, label: tinyLabel };
  assert.throws(
    () => permutationImportance(model, data, { groups: [{ name: "g", features: ["d"] }] }),
    /no feature "d" to permute/,
  );
  assert.throws(
    () => permutationImportance(model, data, { groups: [{ name: "g", features: [] }] }),
    /"g" has no features/,
  );
  assert.throws(
    () => permutationImportance(model, data, { within: ["d"] }),
    /no feature "d" to stay within/,
  );
  assert.throws(() => permutationImportance(model, data, { repeats: 0 }), /repeats/);
  assert.throws(
    () => permutationImportance(model, { ...data, label: tinyLabel.subarray(1) }),
    /6 labels for 7 rows/,
  );
  assert.throws(() => permutationImportance(model, data, { signal: AbortSignal.abort() }), {
    name: "AbortError",
  });
});
