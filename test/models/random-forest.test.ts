import { test } from "node:test";
import assert from "node:assert/strict";
import { foldDistinct } from "lib/attainability";
import type { FeatureTable } from "lib/features";
import {
  gradientBoosting,
  loadClassifier,
  randomForest,
  thresholdOf,
  type FitControl,
  type RandomForestClassifier,
  type RandomForestOptions,
  type TrainingData,
} from "lib/models";
import { createRandom } from "lib/statistics";
import { rowsOf, tableOf } from "./tables.js";

const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance,
    `${actual} is not ${expected} +- ${tolerance}`,
  );
const fit = async (
  data: TrainingData,
  options?: Partial<RandomForestOptions>,
  control?: FitControl,
): Promise<RandomForestClassifier> =>
  (await randomForest.fit(data, options, control)) as RandomForestClassifier;
const oneTree = { nEstimators: 1, bootstrap: false, maxFeatures: "all" } as const;

/**
 * `rows` rows of three features, the last with holes where asked for, and a label that depends on
 * them.
 */
function smallTable(seed: number, rows: number, missingShare = 0): TrainingData {
  const random = createRandom(seed);
  const a = Float64Array.from({ length: rows }, () => random.integer(7));
  const b = Float64Array.from({ length: rows }, () => random.normal());
  const c = Float64Array.from({ length: rows }, () =>
    random.uniform() < missingShare ? NaN : random.integer(4) / 3,
  );
  const label = Uint8Array.from({ length: rows }, (_, i) =>
    random.uniform() < (a[i] > 3 ? 0.7 : 0.3) + (Number.isNaN(c[i]) ? 0.25 : 0) ? 1 : 0,
  );
  return {
    features: tableOf({ a, b, c }),
    label,
    weight: Float64Array.from({ length: rows }, () => random.integer(4)),
  };
}

/** The lowest weighted Gini impurity any split of these rows reaches, by trying them all. */
function bestImpurity(
  { features, label, weight }: TrainingData,
  rows: number[],
  classWeights: readonly number[],
  minSamplesLeaf: number,
): number {
  let best = Infinity;
  const impurity = (side: number[]): number => {
    const [n, p] = [0, 1].map((y) =>
      side.reduce((sum, row) => sum + (label[row] === y ? weight![row] * classWeights[y] : 0), 0),
    );
    return n + p > 0 ? (2 * n * p) / (n + p) : 0;
  };
  const size = (side: number[]): number => side.reduce((sum, row) => sum + weight![row], 0);
  for (const column of features.columns) {
    for (const threshold of new Set(rows.map((row) => column[row]))) {
      for (const missingLeft of [false, true]) {
        const goesLeft = (row: number): boolean =>
          Number.isNaN(column[row])
            ? missingLeft
            : Number.isNaN(threshold) || column[row] <= threshold;
        const left = rows.filter(goesLeft);
        const right = rows.filter((row) => !goesLeft(row));
        if (size(left) >= Math.max(1, minSamplesLeaf) && size(right) >= Math.max(1, minSamplesLeaf))
          best = Math.min(best, impurity(left) + impurity(right));
      }
    }
  }
  return best;
}

/** Walks a tree with the table's own values and checks every node against the exhaustive search. */
function checkEveryNode(
  model: RandomForestClassifier,
  data: TrainingData,
  classWeights: readonly number[],
  minSamplesLeaf: number,
): number {
  const { ensemble } = model;
  const tree = ensemble.trees[0];
  const { features, label, weight } = data;
  let inner = 0;
  const visit = (node: number, rows: number[]): void => {
    const [n, p] = [0, 1].map((y) =>
      rows.reduce((sum, row) => sum + (label[row] === y ? weight![row] : 0), 0),
    );
    near(tree.cover[node], n + p, 0);
    near(
      tree.value[node],
      (p * classWeights[1]) / (n * classWeights[0] + p * classWeights[1]),
      1e-12,
    );
    const best = n > 0 && p > 0 ? bestImpurity(data, rows, classWeights, minSamplesLeaf) : Infinity;
    assert.equal(
      tree.feature[node] < 0,
      best === Infinity,
      `node ${node} is a leaf exactly where no split is allowed`,
    );
    if (tree.feature[node] < 0) return;
    inner++;
    const column = features.columns[tree.feature[node]];
    const threshold = thresholdOf(ensemble, 0, node);
    const goesLeft = (row: number): boolean =>
      Number.isNaN(column[row]) ? tree.missingLeft[node] === 1 : column[row] <= threshold;
    const left = rows.filter(goesLeft);
    const right = rows.filter((row) => !goesLeft(row));
    const impurity = [left, right].reduce((sum, side) => {
      const [a, b] = [0, 1].map((y) =>
        side.reduce(
          (total, row) => total + (label[row] === y ? weight![row] * classWeights[y] : 0),
          0,
        ),
      );
      return sum + (2 * a * b) / (a + b);
    }, 0);
    near(impurity, best, 1e-9);
    visit(tree.left[node], left);
    visit(tree.left[node] + 1, right);
  };
  visit(
    0,
    Array.from({ length: features.rowCount }, (_, row) => row).filter((row) => weight![row] > 0),
  );
  return inner;
}

test(
  "every split of a tree is the best one by exhaustive search: weights, missing values, class " +
    "weights, leaf sizes",
  async () => {
    let inner = 0;
    for (let seed = 0; seed < 12; seed++) {
      for (const minSamplesLeaf of [1, 5]) {
        const classWeight = seed % 2 === 0 ? null : ([1, 2.5] as const);
        const data = smallTable(seed, seed < 6 ? 30 : 130, seed % 3 === 0 ? 0.2 : 0);
        const model = await fit(data, { ...oneTree, classWeight, minSamplesLeaf });
        inner += checkEveryNode(model, data, classWeight ?? [1, 1], minSamplesLeaf);
      }
    }
    assert.ok(inner > 300, `${inner} inner nodes were checked`);
  },
);

test("a threshold lies half way between values, and depth is bounded", async () => {
  const data = { features: tableOf({ x: [1, 2, 4, 10] }), label: Uint8Array.of(0, 0, 1, 1) };
  const model = await fit(data, oneTree);
  assert.equal(thresholdOf(model.ensemble, 0, 0), 3);
  assert.deepEqual(
    [...model.predictProbability(tableOf({ x: [-50, 3, 3.001, 99, NaN] }))],
    [0, 0, 1, 1, 0],
  );
  const shallow = await fit(smallTable(3, 200), { ...oneTree, maxDepth: 2 });
  assert.ok(shallow.ensemble.trees[0].feature.length <= 7);
});

test("a missing value that tells is learned from, and -0 equals 0", async () => {
  const x = [NaN, NaN, NaN, 1, 2, 3, -0, 0];
  const label = Uint8Array.of(1, 1, 1, 0, 0, 0, 0, 0);
  const model = await fit({ features: tableOf({ x }), label }, oneTree);
  assert.equal(thresholdOf(model.ensemble, 0, 0), Infinity);
  assert.deepEqual([...model.predictProbability(tableOf({ x: [NaN, 0, -0, 7] }))], [1, 0, 0, 0]);
});

/** Discrete rows that repeat, so that they fold, and the same rows folded by hand. */
function repeatedRows(): { rows: TrainingData; folded: TrainingData } {
  const random = createRandom(5);
  const counts = new Map<string, number>();
  const a: number[] = [];
  const b: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < 600; i++) {
    a.push(random.integer(4));
    b.push(random.integer(3));
    y.push(random.uniform() < 0.2 + 0.15 * a[i] ? 1 : 0);
    const key = `${a[i]},${b[i]},${y[i]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells = [...counts.keys()].map((key) => key.split(",").map(Number));
  return {
    rows: { features: tableOf({ a, b }), label: Uint8Array.from(y) },
    folded: {
      features: tableOf({ a: cells.map((c) => c[0]), b: cells.map((c) => c[1]) }),
      label: Uint8Array.from(cells, (c) => c[2]),
      weight: Float64Array.from(counts.values()),
    },
  };
}

test(
  "folded rows are bootstrapped as rows: the samples' covers and shares have the binomial's " +
    "mean and variance",
  async () => {
    const { rows, folded } = repeatedRows();
    const trees = 3000;
    const stump = { nEstimators: trees, maxDepth: 1, maxFeatures: "all" } as const;
    const n = rows.label.length;
    const share = rows.label.reduce((sum, y) => sum + y, 0) / n;
    for (const data of [rows, folded, { ...folded, weight: folded.weight!.map((w) => 4 * w) }]) {
      const { ensemble } = await fit(data, stump);
      const size = data.weight ? data.weight.reduce((sum, w) => sum + w, 0) : n;
      assert.ok(ensemble.trees.every((tree) => tree.cover[0] === size));
      const positives = ensemble.trees.map((tree) => tree.value[0] * size);
      const mean = positives.reduce((sum, p) => sum + p, 0) / trees;
      const variance = positives.reduce((sum, p) => sum + (p - mean) ** 2, 0) / (trees - 1);
      const expected = size * share * (1 - share);
      near(mean, size * share, 4 * Math.sqrt(expected / trees));
      near(variance / expected, 1, 4 * Math.sqrt(2 / trees));
    }
  },
);

test("without a bootstrap, rows and folded rows give the same bytes, and so do halves of rows", async () => {
  const { rows, folded } = repeatedRows();
  const options = { nEstimators: 5, bootstrap: false, maxFeatures: "all" } as const;
  const expected = (await fit(rows, options)).predictProbability(rows.features);
  assert.deepEqual((await fit(folded, options)).predictProbability(rows.features), expected);
  const halves = await fit({ ...folded, weight: folded.weight!.map((w) => w / 2) }, options);
  assert.deepEqual(halves.predictProbability(rows.features), expected);
});

test(
  "the out-of-bag score is an honest one: what cannot be learned scores by chance, the " +
    "training rows do not",
  async () => {
    const random = createRandom(8);
    const x = Float64Array.from({ length: 1500 }, () => random.normal());
    const label = Uint8Array.from(x, () => random.integer(2));
    const z = x.map(() => random.normal());
    const model = await fit(
      { features: tableOf({ x, z }), label },
      { nEstimators: 60, oobScore: true },
    );
    near(model.report.outOfBag!.accuracy, 0.5, 0.05);
    assert.equal(model.report.outOfBag!.rows, 1500);
    const trained =
      model
        .predictProbability(tableOf({ x, z }))
        .reduce((right, p, row) => right + ((p > 0.5 ? 1 : 0) === label[row] ? 1 : 0), 0) / 1500;
    assert.ok(trained > 0.9);
    // Folded: 600 rows on 12 vectors are scored row by row, and cannot beat the best answer for each
    // vector.
    const { rows } = repeatedRows();
    const folded = await fit(rows, { oobScore: true });
    assert.deepEqual([folded.report.outOfBag!.rows, folded.report.distinctRows], [600, 12]);
    const vectors = foldDistinct(rows.features, rows.label);
    const best =
      vectors.positives.reduce((sum, p, v) => sum + Math.max(p, vectors.rows[v] - p), 0) / 600;
    assert.ok(
      folded.report.outOfBag!.accuracy <= best && folded.report.outOfBag!.accuracy > best - 0.08,
    );
    await assert.rejects(
      fit({ ...rows, weight: new Float64Array(600).fill(0.5) }, { oobScore: true }),
      /whole numbers/,
    );
  },
);

const big = ((): TrainingData => {
  const random = createRandom(2);
  const columns = Object.fromEntries(
    ["a", "b", "c", "d"].map((name) => [
      name,
      Float64Array.from({ length: 6000 }, () => random.normal()),
    ]),
  );
  return {
    features: tableOf(columns),
    label: Uint8Array.from(columns.a, (a, i) =>
      a + columns.b[i] ** 2 + random.normal() > 1 ? 1 : 0,
    ),
  };
})();
const probabilities = async (
  features: FeatureTable,
  options: Partial<RandomForestOptions>,
  control?: FitControl,
): Promise<Float64Array> => (await fit(big, options, control)).predictProbability(features);

test("the same seed gives the same bytes on any number of threads, another seed does not", async () => {
  const options = { nEstimators: 450, maxDepth: 6, oobScore: true };
  const [inline, one, three] = await Promise.all(
    [0, 1, 3].map((threads) => fit(big, options, { threads })),
  );
  assert.deepEqual(one.toArtefact(), inline.toArtefact());
  assert.deepEqual(three.toArtefact(), inline.toArtefact());
  assert.notDeepEqual(
    await probabilities(big.features, { nEstimators: 20, seed: 1 }),
    await probabilities(big.features, { nEstimators: 20, seed: 2 }),
  );
});

test("several threads predict what one predicts", async () => {
  const model = await fit(big, { nEstimators: 450, maxDepth: 6 });
  const whole = model.predictProbability(big.features);
  for (let from = 0; from < 6000; from += 1500) {
    const part = {
      ...big.features,
      rowCount: 1500,
      columns: big.features.columns.map((column) => column.subarray(from, from + 1500)),
    };
    assert.deepEqual(model.predictProbability(part), whole.slice(from, from + 1500));
  }
});

test("progress ends at 1, and an abort ends the fit, in threads and without", async () => {
  for (const [nEstimators, threads] of [
    [40, 0],
    [2000, 2],
  ]) {
    const shares: number[] = [];
    const controller = new AbortController();
    const onProgress = (shareDone: number): void => {
      shares.push(shareDone);
      if (shares.length === 9) controller.abort();
    };
    await assert.rejects(
      fit(big, { nEstimators }, { threads, onProgress, signal: controller.signal }),
      { name: "AbortError" },
    );
  }
  const done: number[] = [];
  await fit(big, { nEstimators: 16 }, { threads: 2, onProgress: (share) => done.push(share) });
  assert.deepEqual(
    done,
    Array.from({ length: 16 }, (_, i) => (i + 1) / 16),
  );
});

test("an artefact gives the same predictions back", async () => {
  const data = smallTable(1, 90, 0.1);
  const model = await fit(data, { nEstimators: 10 });
  const artefact = model.toArtefact();
  const loaded = loadClassifier({
    ...artefact,
    header: JSON.parse(JSON.stringify(artefact.header)) as Record<string, unknown>,
  }) as RandomForestClassifier;
  assert.deepEqual(
    loaded.predictProbability(data.features),
    model.predictProbability(data.features),
  );
  assert.deepEqual(loaded.ensemble, model.ensemble);
  assert.throws(
    () => loadClassifier({ ...artefact, binary: artefact.binary.subarray(1) }),
    /bytes where its header says/,
  );
});

test("bad input has a defined end", async () => {
  const x = tableOf({ x: [1, 2, 3] });
  await assert.rejects(fit({ features: x, label: Uint8Array.of(1, 1, 1) }), /needs both classes/);
  await assert.rejects(
    fit({ features: x, label: Uint8Array.of(1, 0, 1), weight: new Float64Array(3) }),
    /weights of all 3 rows are zero/,
  );
  await assert.rejects(
    fit({ features: x, label: Uint8Array.of(1, 0, 1) }, { nEstimators: 0 }),
    /nEstimators/,
  );
  await assert.rejects(
    fit({ features: tableOf({ x: [1, Infinity, 2] }), label: Uint8Array.of(1, 0, 1) }),
    /only finite numbers/,
  );
  const constant = await fit(
    { features: tableOf({ x: [5, 5, 5, 5] }), label: Uint8Array.of(1, 0, 0, 0) },
    { bootstrap: false },
  );
  assert.deepEqual([...constant.predictProbability(tableOf({ x: [5, 6] }))], [0.25, 0.25]);
  assert.deepEqual(
    [
      ...(
        await fit(
          { features: tableOf({ x: [NaN, NaN] }), label: Uint8Array.of(1, 0) },
          { bootstrap: false },
        )
      ).predictProbability(tableOf({ x: [1] })),
    ],
    [0.5],
  );
  const wide = tableOf(
    Object.fromEntries(
      Array.from({ length: 10000 }, (_, f) => [`f${f}`, [f % 7, f % 3, f === 9000 ? 9 : 0, 1]]),
    ),
  );
  const model = await fit(
    { features: wide, label: Uint8Array.of(0, 0, 1, 1) },
    { nEstimators: 3, bootstrap: false, maxFeatures: "all" },
  );
  assert.deepEqual([...model.predictProbability(wide)], [0, 0, 1, 1]);
});

test(
  "rows put together from two rows are answered as a table of them would be, in threads and " +
    "without",
  async () => {
    const random = createRandom(21);
    const columns = Object.fromEntries(
      Array.from({ length: 36 }, (_, f) => [
        `x${f}`,
        rowsOf(3000, () =>
          random.uniform() < 0.05 ? NaN : f % 2 ? random.normal() : random.integer(5),
        ),
      ]),
    );
    const features = tableOf(columns);
    const label = Uint8Array.from({ length: 3000 }, (_, row) =>
      features.columns[1][row] + features.columns[33][row] > random.normal() ? 1 : 0,
    );
    for (const nEstimators of [3, 60]) {
      const model = await randomForest.fit({ features, label }, { nEstimators });
      const boosted = await gradientBoosting.fit({ features, label }, { nEstimators });
      for (const taken of [[1], [0, 33], [35]]) {
        const count = nEstimators === 3 ? 200 : 20000;
        const first = Uint32Array.from({ length: count }, () => random.integer(3000));
        const second = Uint32Array.from(first, () => random.integer(3000));
        const fromSecond = features.names.map((_, f) => taken.includes(f));
        const mixed = {
          ...features,
          rowCount: count,
          columns: features.columns.map((column, f) =>
            Float64Array.from(fromSecond[f] ? second : first, (row) => column[row]),
          ),
        };
        for (const classifier of [model, boosted])
          assert.deepEqual(
            classifier.mixedPredictor!(features)(fromSecond, first, second),
            classifier.predictProbability(mixed),
          );
      }
    }
  },
);
