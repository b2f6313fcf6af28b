import { test } from "node:test";
import assert from "node:assert/strict";
import {
  shapleyValues,
  summariseInteractions,
  summariseShapley,
  type ShapleyOptions,
  type ShapleyValues,
} from "lib/explain";
import { takeColumns, takeRows, type FeatureTable } from "lib/features";
import {
  constantBaseline,
  gradientBoosting,
  logisticRegression,
  randomForest,
  type Classifier,
  type GradientBoostingClassifier,
} from "lib/models";
import { createRandom } from "lib/statistics";

const random = createRandom("shapley-test");
const names = ["a", "b", "c", "d", "e"];
const n = 300;

/**
 * Correlated, coarse and continuous, with holes in `c` that act like low values (they go left), and
 * a label that needs pairs.
 */
function drawTable(): { features: FeatureTable; label: Uint8Array } {
  const a = Float64Array.from({ length: n }, () => random.integer(4));
  const b = a.map((value) => value + random.normal());
  const c = a.map((_, i) => (i % 5 === 3 ? NaN : random.normal()));
  const d = a.map(() => random.integer(3));
  const e = a.map(() => random.uniform());
  const score = a.map(
    (value, i) =>
      (value - 1.5) * (d[i] - 1) +
      b[i] * (e[i] > 0.5 ? 1 : -1) +
      (Number.isNaN(c[i]) ? -1.5 : c[i]),
  );
  return {
    features: { rowCount: n, names, columns: [a, b, c, d, e], categories: names.map(() => null) },
    label: Uint8Array.from(score, (value) => (value + random.normal() > 0.5 ? 1 : 0)),
  };
}

const data = drawTable();
const explained = takeRows(
  data.features,
  Uint32Array.from({ length: 6 }, (_, i) => 3 + 7 * i),
);
const background = {
  features: takeRows(
    data.features,
    Uint32Array.from({ length: 9 }, (_, i) => 100 + 13 * i),
  ),
  weight: Float64Array.from({ length: 9 }, (_, z) => 1 + (z % 3)),
};

type Output = (classifier: Classifier, features: FeatureTable) => Float64Array;
const probability: Output = (classifier, features) => classifier.predictProbability(features);
const logOdds: Output = (classifier, features) =>
  (classifier as GradientBoostingClassifier).predictLogOdds(features);

/**
 * The definition and nothing else: the worth of a coalition is the weighted mean over the
 * background, each hybrid row asked for by itself.
 */
function worthOf(
  classifier: Classifier,
  output: Output,
  row: number,
  inside: (feature: string) => boolean,
): number {
  const reference = background.features;
  const columns = reference.columns.map((column, f) =>
    inside(names[f]) ? column.map(() => explained.columns[f][row]) : column,
  );
  const answers = output(classifier, { ...reference, columns });
  let sum = 0;
  let total = 0;
  answers.forEach((answer, z) => {
    sum += background.weight[z] * answer;
    total += background.weight[z];
  });
  return sum / total;
}

const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));
const members = (set: number, count: number): number[] =>
  Array.from({ length: count }, (_, p) => p).filter((p) => (set >> p) & 1);

function bruteForce(
  classifier: Classifier,
  output: Output,
  row: number,
  players: readonly (readonly string[])[],
): { values: number[]; interactions: number[][] } {
  const count = players.length;
  const worth = Array.from({ length: 2 ** count }, (_, set) =>
    worthOf(classifier, output, row, (feature) =>
      members(set, count).some((p) => players[p].includes(feature)),
    ),
  );
  const values = players.map((_, i) => {
    let value = 0;
    worth.forEach((without, set) => {
      if ((set >> i) & 1) return;
      const size = members(set, count).length;
      value +=
        ((factorial(size) * factorial(count - size - 1)) / factorial(count)) *
        (worth[set | (1 << i)] - without);
    });
    return value;
  });
  const interactions = players.map((_, i) =>
    players.map((_, j) => {
      let value = 0;
      if (i === j) return value;
      worth.forEach((neither, set) => {
        if (((set >> i) & 1) | ((set >> j) & 1)) return;
        const size = members(set, count).length;
        value +=
          ((factorial(size) * factorial(count - size - 2)) / (2 * factorial(count - 1))) *
          (worth[set | (1 << i) | (1 << j)] -
            worth[set | (1 << i)] -
            worth[set | (1 << j)] +
            neither);
      });
      return value;
    }),
  );
  interactions.forEach(
    (line, i) => (line[i] = values[i] - line.reduce((sum, value) => sum + value, 0)),
  );
  return { values, interactions };
}

function assertEqualsBruteForce(
  found: ShapleyValues,
  classifier: Classifier,
  output: Output,
): void {
  const count = found.players.length;
  for (let row = 0; row < explained.rowCount; row++) {
    const expected = bruteForce(
      classifier,
      output,
      row,
      found.players.map(({ features }) => features),
    );
    const vector = found.vectorOfRow[row];
    for (let i = 0; i < count; i++) {
      const value = found.values[vector * count + i];
      assert.ok(
        Math.abs(value - expected.values[i]) < 1e-9,
        `row ${row}, ${found.players[i].name}: ${value}, by definition ${expected.values[i]}`,
      );
      for (let j = 0; j < count && found.interactions; j++) {
        const joint = found.interactions[(vector * count + i) * count + j];
        assert.ok(
          Math.abs(joint - expected.interactions[i][j]) < 1e-9,
          `row ${row}, ${found.players[i].name} x ${found.players[j].name}: ${joint}, by ` +
            `definition ${expected.interactions[i][j]}`,
        );
      }
    }
  }
}

const forest = await randomForest.fit(data, { nEstimators: 20, maxFeatures: "all" });
const boosted = await gradientBoosting.fit(data, { nEstimators: 30, maxDepth: 4 });
const logistic = await logisticRegression.fit(data);
const explain = (classifier: Classifier, options: ShapleyOptions = {}): Promise<ShapleyValues> =>
  shapleyValues(classifier, explained, background, { interactions: true, ...options });

test(
  "tree ensembles: values and interactions equal their definition, deep trees and missing " +
    "values included",
  async () => {
    const inForest = await explain(forest);
    const inBoosting = await explain(boosted);
    assert.deepEqual(
      [inForest.method, inForest.scale, inBoosting.method, inBoosting.scale],
      ["tree", "probability", "tree", "log-odds"],
    );
    assertEqualsBruteForce(inForest, forest, probability);
    assertEqualsBruteForce(inBoosting, boosted, logOdds);
    // The test would show nothing on a model that ignores its features, or sends missing values
    // right, or on rows without any.
    assert.ok(
      (boosted as GradientBoostingClassifier).ensemble.trees.some(({ feature, missingLeft }) =>
        feature.some((f, node) => f === 2 && missingLeft[node] === 1),
      ),
    );
    assert.ok(
      explained.columns[2].some(Number.isNaN) && background.features.columns[2].some(Number.isNaN),
    );
    assert.ok(summariseShapley(inBoosting).every(({ meanAbsolute }) => meanAbsolute > 0.01));
  },
);

test("any model by enumeration: the same definition", async () => {
  for (const classifier of [logistic, forest]) {
    const found = await explain(classifier, { method: "enumeration" });
    assert.equal(found.method, "enumeration");
    assertEqualsBruteForce(found, classifier, probability);
  }
  assertEqualsBruteForce(await explain(boosted, { method: "enumeration" }), boosted, logOdds);
  assert.equal((await explain(boosted, { scale: "probability" })).method, "enumeration");
});

test("groups play as one, in trees and by enumeration", async () => {
  const groups = [
    { name: "load", features: ["e", "a"] },
    { name: "rest", features: ["d", "c"] },
  ];
  const found = await explain(boosted, { groups });
  assert.deepEqual(
    found.players.map(({ name }) => name),
    ["load", "rest", "b"],
  );
  assertEqualsBruteForce(found, boosted, logOdds);
  assertEqualsBruteForce(await explain(logistic, { groups }), logistic, probability);
  await assert.rejects(
    explain(boosted, { groups: [...groups, { name: "again", features: ["a"] }] }),
    /"a" is in the groups "load" and "again"/,
  );
});

test("sampled values lie within their standard errors, add up exactly, and repeat with the seed", async () => {
  const exact = await explain(forest);
  const options: ShapleyOptions = {
    method: "sampling",
    interactions: false,
    tolerance: 1e-6,
    maxRounds: 60,
    seed: 5,
  };
  const sampled = await explain(forest, options);
  const players = sampled.players.length;
  let squared = 0;
  let counted = 0;
  sampled.values.forEach((value, i) => {
    const error = sampled.standardErrors![i];
    assert.ok(error > 0 && error < 0.02);
    assert.ok(
      Math.abs(value - exact.values[i]) < 4.5 * error,
      `${value} +- ${error} is not ${exact.values[i]}`,
    );
    squared += ((value - exact.values[i]) / error) ** 2;
    counted++;
  });
  // Standardised deviations have mean square 1 where the errors are honest (30 of them: 3 standard
  // deviations are 0.77).
  assert.ok(
    squared / counted > 0.3 && squared / counted < 1.9,
    `mean squared deviation ${squared / counted}`,
  );
  for (let vector = 0; vector < sampled.output.length; vector++) {
    const sum = sampled.values
      .subarray(vector * players, (vector + 1) * players)
      .reduce((a, b) => a + b, sampled.base);
    assert.ok(Math.abs(sum - sampled.output[vector]) < 1e-12);
  }
  assert.deepEqual((await explain(forest, options)).values, sampled.values);
  assert.notDeepEqual((await explain(forest, { ...options, seed: 6 })).values, sampled.values);
  const coarse = await explain(forest, { ...options, tolerance: 0.5 });
  assert.ok(
    coarse.standardErrors!.reduce((a, b) => a + b) >
      sampled.standardErrors!.reduce((a, b) => a + b),
    "a wide tolerance stops sooner",
  );
  await assert.rejects(
    explain(forest, { method: "sampling" }),
    /interactions are computed exactly or not at all/,
  );
});

test("two players are sampled exactly: an order and its reverse are all there are", async () => {
  const groups = [
    { name: "one", features: ["a", "b"] },
    { name: "other", features: ["c", "d", "e"] },
  ];
  const sampled = await explain(logistic, { groups, method: "sampling", interactions: false });
  assert.ok(sampled.standardErrors!.every((error) => error < 1e-15));
  assertEqualsBruteForce(sampled, logistic, probability);
});

test("repeated rows are one vector, and count as many in the summaries", async () => {
  const twice = takeRows(explained, [0, 1, 1, 2, 1]);
  const found = await shapleyValues(boosted, twice, background, { interactions: true });
  const single = await explain(boosted);
  assert.deepEqual(Array.from(found.vectorOfRow), [0, 1, 1, 2, 1]);
  assert.deepEqual(Array.from(found.rowsOfVector), [1, 3, 1]);
  const players = names.length;
  const expected =
    [0, 1, 1, 2, 1].reduce((sum, row) => sum + Math.abs(single.values[row * players + 1]), 0) / 5;
  assert.ok(Math.abs(summariseShapley(found)[1].meanAbsolute - expected) < 1e-12);
  const pairs = summariseInteractions(found);
  assert.equal(pairs.length, 10);
  assert.ok(
    pairs.every(({ meanAbsolute }, i) => i === 0 || meanAbsolute <= pairs[i - 1].meanAbsolute),
  );
  const shares = summariseShapley(found).reduce((sum, { share }) => sum + share, 0);
  assert.ok(Math.abs(shares - 1) < 1e-12);
});

test("more rows than a mask of groups holds at first, and columns in another order", async () => {
  const all = { ...data.features, columns: data.features.columns };
  const many = await shapleyValues(boosted, all, { features: all });
  const reordered = takeColumns(all, ["e", "d", "c", "b", "a"]);
  const again = await shapleyValues(boosted, reordered, { features: reordered });
  assert.deepEqual(many.values, again.values);
  const few = await shapleyValues(boosted, explained, { features: all });
  for (let i = 0; i < explained.rowCount; i++) {
    const row = 3 + 7 * i;
    for (let p = 0; p < names.length; p++)
      assert.ok(
        Math.abs(
          few.values[few.vectorOfRow[i] * names.length + p] -
            many.values[many.vectorOfRow[row] * names.length + p],
        ) < 1e-12,
      );
  }
});

test("what cannot be explained is refused with the reason", async () => {
  await assert.rejects(explain(await constantBaseline.fit(data)), /uses no feature/);
  await assert.rejects(
    shapleyValues(boosted, takeRows(explained, []), background),
    /0 rows to explain/,
  );
  await assert.rejects(
    shapleyValues(boosted, explained, { ...background, weight: new Float64Array(9) }),
    /background's weights/,
  );
  await assert.rejects(explain(logistic, { method: "tree" }), /no sum over trees/);
  await assert.rejects(explain(logistic, { maxRounds: 1 }), /2 rounds or more/);
  await assert.rejects(explain(boosted, { signal: AbortSignal.abort() }), { name: "AbortError" });
  const stopping = new AbortController();
  await assert.rejects(
    explain(boosted, {
      signal: stopping.signal,
      onProgress: (share) => share > 0.3 && stopping.abort(),
    }),
    { name: "AbortError" },
  );
});

test("values that do not add up to the prediction are never handed out", async () => {
  // A model that drifts with every question: what it answers for the row is not what it answers in
  // the game.
  let asked = 0;
  const drifting: Classifier = {
    ...logistic,
    kind: "drifting",
    featureNames: logistic.featureNames,
    predictProbability: (features) =>
      logistic.predictProbability(features).map((p) => p + 1e-7 * asked++),
    toArtefact: () => logistic.toArtefact(),
  };
  await assert.rejects(
    shapleyValues(drifting, explained, background, { method: "enumeration" }),
    /add up to .* where the drifting answers .* defect/,
  );
});
