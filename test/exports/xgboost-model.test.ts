import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import {
  firstSingleAbove,
  LARGEST_SINGLE,
  predictInSingle,
  singleText,
  xgboostJson,
  xgboostNames,
  xgboostTrees,
} from "lib/exports";
import type { FeatureTable } from "lib/features";
import { logisticRegression, type Classifier } from "lib/models";
import { createRandom } from "lib/statistics";
import { tableOf } from "../models/tables.js";
import { temporaryFolder } from "../runner/temporary-notebooks.js";
import { needsXgboost, runPython } from "./debian-xgboost.js";
import { largestDifference, predictByFile, readXgboostFile } from "./xgboost-file.js";
import { forestOf, mixedTable, rowsAtThresholds, stump, treeModels } from "./xgboost-models.js";

const written = (classifier: Classifier, table: FeatureTable, names = table.names): Uint8Array =>
  xgboostJson(xgboostTrees(classifier, table), names, { about: 'a "test"\nof \\ two lines' });

/** A table of some rows of two with the same columns. */
function both(a: FeatureTable, b: FeatureTable): FeatureTable {
  const columns = a.columns.map((column, f) => Float64Array.of(...column, ...b.columns[f]));
  return { ...a, rowCount: a.rowCount + b.rowCount, columns };
}

test("a file walked by its own rules gives the model's probabilities, at the thresholds too", async () => {
  for (const seed of [1, 2])
    for (const [name, classifier, table] of await treeModels(seed)) {
      const file = readXgboostFile(written(classifier, table));
      for (const rows of [table, rowsAtThresholds(classifier, table)]) {
        const ours = classifier.predictProbability(rows);
        assert.ok(largestDifference(predictByFile(file, rows), ours) < 1e-6, `${name}, exact sums`);
        const single = predictInSingle(xgboostTrees(classifier, table), rows.columns);
        assert.ok(largestDifference(single, ours) < 1e-6, `${name}, single precision`);
      }
    }
});

test("a split between missing and not missing, to either side", () => {
  const table = tableOf({ x: [1, NaN, -LARGEST_SINGLE / 2, NaN, LARGEST_SINGLE / 2] });
  for (const missingLeft of [0, 1]) {
    const classifier = forestOf([], [stump(0, 0.25, 0.75, missingLeft)]);
    const ours = [...classifier.predictProbability(table)];
    assert.deepEqual(ours[1], missingLeft ? 0.25 : 0.75);
    const file = readXgboostFile(written(classifier, table));
    assert.ok(largestDifference(predictByFile(file, table), ours) < 1e-7);
  }
});

test("a threshold moves where single precision would put a row on its other side", () => {
  const step = 2 ** -23;
  // 1 + 0.9 steps becomes 1 + 1 step, which the first number above the threshold is, too.
  const table = tableOf({ x: [1 + 0.9 * step, 1 + 2 * step] });
  const classifier = forestOf([1 + 0.95 * step], [stump(0, 0, 1)]);
  const file = readXgboostFile(written(classifier, table));
  assert.equal(firstSingleAbove(1 + 0.95 * step), Math.fround(table.columns[0][0]));
  assert.deepEqual([...predictByFile(file, table)], [0, 1]);
});

test("values that are one in single precision are not told apart, and no other row suffers", () => {
  const table = tableOf({ x: [0, 1, 1 + 1e-12, 2] });
  const classifier = forestOf([1 + 5e-13], [stump(0, 0, 1)]);
  assert.deepEqual([...classifier.predictProbability(table)], [0, 0, 1, 1]);
  assert.deepEqual(
    [...predictInSingle(xgboostTrees(classifier, table), table.columns)],
    [0, 0, 0, 1],
  );
});

test("what XGBoost cannot hold is refused with what can be done", async () => {
  const { features, label } = mixedTable(3, 60);
  const table = tableOf({ code: features.columns[3].map((value) => value || 0) });
  const logistic = await logisticRegression.fit({ features: table, label });
  assert.throws(
    () => xgboostTrees(logistic, table),
    /"logistic-regression" is no model of trees, .* choose gradient-boosting or random-forest$/,
  );
  for (const value of [1e39, -1e39])
    assert.throws(
      () => xgboostTrees(forestOf([0], [stump(0, 0, 1)]), tableOf({ x: [value, 1] })),
      /the column "x" holds -?1e\+39, which XGBoost cannot: its numbers end at 3\.40e\+38; leave/,
    );
});

test("numbers of single precision read back from nine digits or fewer, never as integers", () => {
  const random = createRandom("single");
  const bits = new Int32Array(1);
  const single = new Float32Array(bits.buffer);
  const known = [0, 1, -1, 100, 0.1, 16777216, LARGEST_SINGLE, 1.401298464324817e-45].map(
    Math.fround,
  );
  for (let i = 0; i < 20_000; i++) {
    bits[0] = random.integer(2 ** 32);
    const value = known[i] ?? single[0];
    if (!Number.isFinite(value)) continue;
    const text = singleText(value);
    assert.match(text, /^-?\d(\.\d{1,8})?e-?\d+$/);
    assert.equal(Math.fround(Number(text)), value);
  }
  assert.deepEqual([0.5, 0.1, -3e8].map(Math.fround).map(singleText), ["5e-1", "1e-1", "-3e8"]);
});

test("the first number of single precision above another: none lies between", () => {
  const random = createRandom("above");
  const smallest = 2 ** -149;
  for (const [value, above] of [
    [0, smallest],
    [-0, smallest],
    [-smallest, 0],
    [1, 1 + 2 ** -23],
    [-1, -1 + 2 ** -24],
    [2 - 2 ** -23, 2],
    [LARGEST_SINGLE, Infinity],
    [1e300, Infinity],
    [-1e300, -LARGEST_SINGLE],
  ])
    assert.ok(firstSingleAbove(value) === above, String(value));
  for (let i = 0; i < 20_000; i++) {
    const value = random.normal() * 10 ** (random.integer(70) - 35);
    const above = firstSingleAbove(value);
    const next = new Int32Array(Float32Array.of(above).buffer);
    const [below] = new Float32Array(Int32Array.of(next[0] - Math.sign(above)).buffer);
    assert.ok(above > value && Math.fround(above) === above, String(value));
    assert.ok(above === 0 || below <= value, String(value));
  }
});

const HOSTILE = [
  "a[1]",
  "a_1_",
  "a<b",
  "a_b",
  "",
  "=cmd()",
  'q"uo,te',
  "\u0000\n\ud800",
  "é 漢",
  "label",
];

test("names that XGBoost refuses get others, which no column has; fine ones stay", () => {
  const named = xgboostNames(HOSTILE, ["label"]);
  assert.deepEqual(named, [
    "a_1__2",
    "a_1_",
    "a_b_2",
    "a_b",
    "column",
    "'=cmd()",
    'q"uo,te',
    "___",
    "é 漢",
    "label_2",
  ]);
  assert.deepEqual(xgboostNames(["x", "x", "x_2"]), ["x", "x_3", "x_2"]);
});

const IN_PYTHON = `
import json, sys, numpy, xgboost
answers = {}
for name in json.load(open(sys.argv[1] + "/names.json")):
    model = xgboost.Booster(model_file=f"{sys.argv[1]}/{name}.json")
    rows = numpy.fromfile(f"{sys.argv[1]}/{name}.bin").reshape(model.num_features(), -1).T
    columns = xgboost.DMatrix(rows, feature_names=model.feature_names)
    first = xgboost.DMatrix(rows[:30], feature_names=model.feature_names)
    margin = model.predict(first, output_margin=True)
    parts = model.predict(first, pred_contribs=True).sum(axis=1)
    answers[name] = {"probability": model.predict(columns).tolist(), "names": model.feature_names,
                     "about": model.attr("about"), "parts": float(abs(parts - margin).max())}
print(json.dumps(answers))
`;

interface PythonAnswer {
  probability: number[];
  names: string[];
  about: string;
  /** How far what each column adds (SHAP values) is from the sum. */
  parts: number;
}

test("XGBoost loads the files and gives the same probabilities", needsXgboost, async (t) => {
  const folder = temporaryFolder(t);
  const expected: Record<string, { ours: Float64Array; names: string[] }> = {};
  for (const [name, classifier, table] of await treeModels(5)) {
    const rows = both(table, rowsAtThresholds(classifier, table));
    const names = xgboostNames(HOSTILE.slice(0, table.names.length));
    writeFileSync(path.join(folder, `${name}.json`), written(classifier, table, names));
    writeFileSync(
      path.join(folder, `${name}.bin`),
      Buffer.concat(rows.columns.map((column) => new Uint8Array(column.buffer))),
    );
    expected[name] = { ours: classifier.predictProbability(rows), names };
  }
  writeFileSync(path.join(folder, "names.json"), JSON.stringify(Object.keys(expected)));
  const answers = JSON.parse(runPython(IN_PYTHON, [folder])) as Record<string, PythonAnswer>;
  for (const [name, { ours, names }] of Object.entries(expected)) {
    const { probability, about, parts, ...said } = answers[name];
    assert.ok(largestDifference(probability, ours) < 1e-6, name);
    assert.deepEqual(said.names, names);
    assert.equal(about, 'a "test"\nof \\ two lines');
    assert.ok(parts < 1e-3, `${name}: ${parts}`);
  }
});

test("a forest's sum stays within 1e-6 of its average, in single precision", () => {
  const random = createRandom("forest");
  const table = tableOf({ x: [0, 2] });
  const worst = (count: number, draw: () => number): number => {
    const trees = Array.from({ length: count }, () => stump(0, draw(), 1 / 3));
    const classifier = forestOf([1], trees);
    const single = predictInSingle(xgboostTrees(classifier, table), table.columns);
    return largestDifference(single, classifier.predictProbability(table));
  };
  for (const count of [1, 2, 3, 100, 300])
    for (const share of [0, 0.03, 0.5, 1])
      for (let i = 0; i < 20; i++) {
        const difference = worst(count, () => Number(random.uniform() < share));
        assert.ok(difference < 1e-6, `${count} trees, ${share}: ${difference}`);
      }
  // Leaves of 1/1000 as they are, added up in single precision, come to 1 + 9e-6.
  assert.ok(worst(1000, () => 1) < 2e-7);
});
