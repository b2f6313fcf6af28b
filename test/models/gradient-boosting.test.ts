import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  gradientBoosting,
  loadClassifier,
  thresholdOf,
  type FitControl,
  type GradientBoostingClassifier,
  type GradientBoostingOptions,
  type TrainingData,
} from "lib/models";
import { createRandom } from "lib/statistics";
import { tableOf } from "./tables.js";

const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance,
    `${actual} is not ${expected} +- ${tolerance}`,
  );
const fit = async (
  data: TrainingData,
  options?: Partial<GradientBoostingOptions>,
  control?: FitControl,
): Promise<GradientBoostingClassifier> =>
  (await gradientBoosting.fit(data, options, control)) as GradientBoostingClassifier;
const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

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

const meanLogLoss = (
  { features, label, weight }: TrainingData,
  model: GradientBoostingClassifier,
): number => {
  const p = model.predictProbability(features);
  const w = weight ?? new Float64Array(label.length).fill(1);
  return (
    w.reduce((sum, x, row) => sum - x * Math.log(label[row] === 1 ? p[row] : 1 - p[row]), 0) /
    w.reduce((sum, x) => sum + x, 0)
  );
};

/**
 * Every node of every tree against the definition: derivatives by hand, gains by trying all splits.
 */
function checkEveryNode(
  model: GradientBoostingClassifier,
  { features, label, weight }: TrainingData,
  { lambda, minChildWeight, learningRate, maxDepth }: GradientBoostingOptions,
): number {
  const w = weight!;
  const score = new Float64Array(features.rowCount).fill(model.report.baseScore);
  let inner = 0;
  model.ensemble.trees.forEach((tree, t) => {
    const g = score.map((s, row) => w[row] * (logistic(s) - label[row]));
    const h = score.map((s, row) => w[row] * logistic(s) * (1 - logistic(s)));
    const sum = (values: Float64Array, rows: number[]): number =>
      rows.reduce((total, row) => total + values[row], 0);
    const objective = (rows: number[]): number => sum(g, rows) ** 2 / (sum(h, rows) + lambda);
    const visit = (node: number, rows: number[], depth: number): void => {
      let best = -Infinity;
      for (const column of features.columns) {
        for (const threshold of new Set(rows.map((row) => column[row]))) {
          for (const missingLeft of [false, true]) {
            const left = rows.filter((row) =>
              Number.isNaN(column[row])
                ? missingLeft
                : Number.isNaN(threshold) || column[row] <= threshold,
            );
            const right = rows.filter((row) => !left.includes(row));
            if (
              left.length &&
              right.length &&
              sum(h, left) >= minChildWeight &&
              sum(h, right) >= minChildWeight
            )
              best = Math.max(best, objective(left) + objective(right) - objective(rows));
          }
        }
      }
      if (tree.feature[node] < 0) {
        near(tree.value[node], (-learningRate * sum(g, rows)) / (sum(h, rows) + lambda), 1e-9);
        assert.ok(
          depth === maxDepth || best < 2e-5,
          `tree ${t} stops at node ${node}, where a split would gain ${best}`,
        );
        for (const row of rows) score[row] += tree.value[node];
        return;
      }
      inner++;
      const column = features.columns[tree.feature[node]];
      const threshold = thresholdOf(model.ensemble, t, node);
      const left = rows.filter((row) =>
        Number.isNaN(column[row]) ? tree.missingLeft[node] === 1 : column[row] <= threshold,
      );
      const right = rows.filter((row) => !left.includes(row));
      // Histograms hold derivatives rounded to some 1e-6 of a row.
      near(objective(left) + objective(right) - objective(rows), best, 2e-5);
      visit(tree.left[node], left, depth + 1);
      visit(tree.left[node] + 1, right, depth + 1);
    };
    visit(
      0,
      Array.from(label, (_, row) => row).filter((row) => w[row] > 0),
      0,
    );
  });
  const predicted = model.predictLogOdds(features);
  score.forEach((s, row) => w[row] > 0 && near(predicted[row], s, 1e-9));
  return inner;
}

test("every split is the best by exhaustive search and every leaf the second-order optimum", async () => {
  let inner = 0;
  for (let seed = 0; seed < 8; seed++) {
    const options = {
      ...gradientBoosting.defaults,
      nEstimators: 4,
      maxDepth: 3,
      lambda: seed % 2 ? 1 : 0.1,
      minChildWeight: seed % 3 ? 0.5 : 2,
    };
    const data = smallTable(seed, 60, seed % 2 ? 0.2 : 0);
    inner += checkEveryNode(await fit(data, options), data, options);
  }
  assert.ok(inner > 100, `${inner} inner nodes were checked`);
});

test(
  "the loss falls as derived: a full step on one binary feature lands near each group's " +
    "log-odds",
  async () => {
    const x = Float64Array.from({ length: 200 }, (_, i) => i % 2);
    const label = Uint8Array.from({ length: 200 }, (_, i) =>
      i % 2 === 0 ? (i % 10 < 2 ? 1 : 0) : i % 10 < 7 ? 1 : 0,
    );
    const shares = [0, 1].map(
      (value) => label.filter((y, i) => i % 2 === value && y === 1).length / 100,
    );
    const model = await fit(
      { features: tableOf({ x }), label },
      { learningRate: 1, lambda: 0, nEstimators: 12, minChildWeight: 0 },
    );
    // Newton's method, which this is, converges to the maximum likelihood, until a split would gain
    // less than 1e-6.
    const [zero, one] = model.predictProbability(tableOf({ x: [0, 1] }));
    near(zero, shares[0], 4e-5);
    near(one, shares[1], 4e-5);
    // The first step by hand: from the overall share p, by (share - p) / (p (1 - p)).
    const first = await fit(
      { features: tableOf({ x }), label },
      { learningRate: 1, lambda: 0, nEstimators: 1 },
    );
    const p = (shares[0] + shares[1]) / 2;
    first
      .predictLogOdds(tableOf({ x: [0, 1] }))
      .forEach((score, i) =>
        near(score, Math.log(p / (1 - p)) + (shares[i] - p) / (p * (1 - p)), 1e-9),
      );
    const data = smallTable(3, 300);
    const losses = await Promise.all(
      [1, 3, 10, 30].map(async (nEstimators) =>
        meanLogLoss(data, await fit(data, { nEstimators })),
      ),
    );
    losses.forEach((loss, i) => assert.ok(i === 0 || loss < losses[i - 1]));
  },
);

test("rows and folded rows give the same model", async () => {
  const random = createRandom(4);
  const a: number[] = [];
  const y: number[] = [];
  const counts = new Map<string, number>();
  for (let i = 0; i < 800; i++) {
    a.push(random.integer(9));
    y.push(random.uniform() < 0.1 + 0.08 * a[i] ? 1 : 0);
    counts.set(`${a[i]},${y[i]}`, (counts.get(`${a[i]},${y[i]}`) ?? 0) + 1);
  }
  const cells = [...counts.keys()].map((key) => key.split(",").map(Number));
  const rows = await fit({ features: tableOf({ a }), label: Uint8Array.from(y) });
  const folded = await fit({
    features: tableOf({ a: cells.map((c) => c[0]) }),
    label: Uint8Array.from(cells, (c) => c[1]),
    weight: Float64Array.from(counts.values()),
  });
  assert.equal(rows.report.distinctRows, 9);
  const ofFolded = folded.predictLogOdds(tableOf({ a }));
  rows.predictLogOdds(tableOf({ a })).forEach((score, row) => near(ofFolded[row], score, 1e-12));
});

test("a monotone constraint holds everywhere, where the free fit breaks it, and costs loss", async () => {
  const random = createRandom(6);
  const x = Float64Array.from({ length: 3000 }, () => random.uniform() * 4);
  const z = Float64Array.from(x, () => random.normal());
  const data = {
    features: tableOf({ x, z }),
    label: Uint8Array.from(x, (value, i) =>
      random.uniform() < logistic(1.5 * Math.sin(3 * value) - value + z[i] * Math.cos(value))
        ? 1
        : 0,
    ),
  };
  const rises = (model: GradientBoostingClassifier): number => {
    let most = 0;
    for (const at of [-1.5, -0.3, 0, 0.8, 2]) {
      const p = model.predictLogOdds(
        tableOf({
          x: Float64Array.from({ length: 300 }, (_, i) => i / 70),
          z: new Float64Array(300).fill(at),
        }),
      );
      for (let i = 1; i < 300; i++) most = Math.max(most, p[i] - p[i - 1]);
    }
    return most;
  };
  const free = await fit(data);
  const bound = await fit(data, { monotoneConstraints: { x: -1 } });
  assert.ok(rises(free) > 0.5);
  assert.equal(rises(bound), 0);
  assert.ok(meanLogLoss(data, bound) > meanLogLoss(data, free));
  // A constraint that the data keep anyway changes nothing.
  const step = { features: tableOf({ x: [1, 1, 2, 2] }), label: Uint8Array.of(0, 0, 1, 1) };
  assert.deepEqual(
    (await fit(step, { monotoneConstraints: { x: 1 }, minChildWeight: 0 })).ensemble,
    (await fit(step, { minChildWeight: 0 })).ensemble,
  );
  await assert.rejects(fit(step, { monotoneConstraints: { y: 1 } }), /"y", which is no feature/);
});

const noisy = (seed: number, rows: number): TrainingData => {
  const random = createRandom(seed);
  const columns = Object.fromEntries(
    ["a", "b", "c", "d"].map((name) => [
      name,
      Float64Array.from({ length: rows }, () => random.normal()),
    ]),
  );
  return {
    features: tableOf(columns),
    label: Uint8Array.from(columns.a, (a, i) =>
      a + columns.b[i] ** 2 + 2 * random.normal() > 1 ? 1 : 0,
    ),
  };
};

test("early stopping keeps the round with the lowest validation loss", async () => {
  const validation = noisy(2, 700);
  const model = await fit(
    noisy(1, 700),
    { nEstimators: 400, earlyStoppingRounds: 8 },
    { validation },
  );
  const { rounds, roundsBoosted, validationLogLoss } = model.report;
  assert.equal(roundsBoosted, rounds + 8);
  assert.equal(Math.min(...validationLogLoss), validationLogLoss[rounds - 1]);
  assert.equal(model.ensemble.trees.length, rounds);
  near(meanLogLoss(validation, model), validationLogLoss[rounds - 1], 1e-9);
  const patient = await fit(
    noisy(1, 700),
    { nEstimators: 30, earlyStoppingRounds: null },
    { validation },
  );
  assert.equal(patient.ensemble.trees.length, 30);
});

test("row samples: folded rows of weight w are sampled as w rows, each by its own chance", async () => {
  const data = {
    features: tableOf({ x: [0, 0, 1, 1] }),
    label: Uint8Array.of(0, 1, 0, 1),
    weight: Float64Array.of(300, 100, 50, 150),
  };
  const { ensemble } = await fit(data, { subsample: 0.4, nEstimators: 2000, learningRate: 1e-6 });
  const covers = ensemble.trees.map((tree) => tree.cover[0]);
  const mean = covers.reduce((sum, c) => sum + c, 0) / 2000;
  near(mean, 0.4 * 600, 4 * Math.sqrt((600 * 0.24) / 2000));
  near(
    covers.reduce((sum, c) => sum + (c - mean) ** 2, 0) / 1999 / (600 * 0.24),
    1,
    4 * Math.sqrt(2 / 2000),
  );
});

test("column samples: each tree sees as many features as asked for, all of them in turn", async () => {
  const { ensemble } = await fit(noisy(3, 500), { colsampleByTree: 0.25, nEstimators: 40 });
  const used = ensemble.trees.map((tree) => new Set(tree.feature.filter((f) => f >= 0)));
  assert.ok(used.every((features) => features.size === 1));
  assert.deepEqual([...new Set(used.flatMap((features) => [...features]))].sort(), [0, 1, 2, 3]);
});

test("the same bytes inline and in a thread; progress; abort", async () => {
  const data = noisy(5, 2000);
  const inThread = { nEstimators: 700, maxDepth: 3, subsample: 0.8 };
  const long = await fit(data, inThread);
  const short = await fit(data, { ...inThread, nEstimators: 50 });
  assert.deepEqual(long.ensemble.trees.slice(0, 50), short.ensemble.trees);
  for (const nEstimators of [100, 5000]) {
    const controller = new AbortController();
    const onProgress = (share: number): void => {
      if (share * nEstimators >= 9) controller.abort();
    };
    await assert.rejects(fit(data, { nEstimators }, { onProgress, signal: controller.signal }), {
      name: "AbortError",
    });
  }
});

test(
  "the same bytes for any number of threads: sampled rows and columns, missing values, weights " +
    "that are no whole numbers, early stopping",
  async () => {
    const whole = noisy(7, 50001);
    const [a, b] = whole.features.columns;
    const random = createRandom(8);
    const weight = a.map(() => random.uniform());
    // One feature rises with the rows and another lacks values, so that no two threads' rows are
    // alike.
    a.sort();
    for (let row = 0; row < b.length; row += 11) b[row] = NaN;
    const cases: [TrainingData, Partial<GradientBoostingOptions>, TrainingData | undefined][] = [
      [whole, { nEstimators: 26 }, undefined],
      [
        { ...whole, weight },
        { nEstimators: 26, subsample: 0.7, colsampleByTree: 0.5, maxDepth: 9, scalePosWeight: 1.7 },
        undefined,
      ],
      [
        { ...whole, weight },
        { nEstimators: 26, earlyStoppingRounds: 3, monotoneConstraints: { a: 1 } },
        noisy(9, 6000),
      ],
    ];
    for (const [table, options, validation] of cases) {
      const one = await fit(table, options, { threads: 1, validation });
      for (const threads of [2, 3])
        assert.deepEqual(
          (await fit(table, options, { threads, validation })).toArtefact(),
          one.toArtefact(),
        );
    }
  },
);

test("with room for a few histograms only, the tree is the same", async () => {
  const data = noisy(10, 3000);
  const { rowCount } = data.features;
  const random = createRandom(11);
  // Constants change nothing, but there are so many that few histograms have room.
  const dull = Array.from({ length: 1500 }, () =>
    new Float64Array(rowCount).fill(random.integer(5)),
  );
  const wide: TrainingData = {
    ...data,
    features: {
      ...data.features,
      names: [...data.features.names, ...dull.map((_, f) => `dull${f}`)],
      columns: [...data.features.columns, ...dull],
      categories: [...data.features.categories, ...dull.map(() => null)],
    },
  };
  const options = { nEstimators: 3, maxDepth: 9, minChildWeight: 0 };
  const narrow = await fit(data, options);
  const few = await fit(wide, options);
  assert.ok(narrow.ensemble.trees.every(({ feature }) => feature.length > 100));
  assert.deepEqual(few.predictLogOdds(wide.features), narrow.predictLogOdds(data.features));
});

test("the bytes of the kernel are what its source compiles to", async () => {
  const { compileWasm, moduleOf } = (await import(
    new URL("../../../lib/bin/compile-wasm.mjs", import.meta.url).href
  )) as { compileWasm(): Promise<Buffer>; moduleOf(bytes: Buffer): string };
  assert.equal(
    moduleOf(await compileWasm()),
    readFileSync(
      new URL("../../../lib/src/models/boosting-kernel-bytes.ts", import.meta.url),
      "utf8",
    ),
    "run `npm run wasm` after a change to lib/wasm",
  );
});

test("an artefact gives the same predictions back", async () => {
  const data = smallTable(1, 90, 0.1);
  const model = await fit(data, { nEstimators: 10 });
  const artefact = model.toArtefact();
  const loaded = loadClassifier({
    ...artefact,
    header: JSON.parse(JSON.stringify(artefact.header)) as Record<string, unknown>,
  }) as GradientBoostingClassifier;
  assert.deepEqual(
    loaded.predictProbability(data.features),
    model.predictProbability(data.features),
  );
  assert.deepEqual(loaded.ensemble, model.ensemble);
});

test("bad input has a defined end", async () => {
  const x = tableOf({ x: [1, 2, 3] });
  await assert.rejects(fit({ features: x, label: Uint8Array.of(0, 0, 0) }), /needs both classes/);
  await assert.rejects(fit({ features: tableOf({}), label: new Uint8Array(0) }), /no rows/);
  await assert.rejects(
    fit({ features: x, label: Uint8Array.of(1, 0, 1) }, { subsample: 0 }),
    /subsample/,
  );
  const constant = await fit({
    features: tableOf({ x: [5, 5, 5, 5] }),
    label: Uint8Array.of(1, 0, 0, 0),
  });
  near(constant.predictProbability(tableOf({ x: [5] }))[0], 0.25, 1e-12);
  const wide = tableOf(
    Object.fromEntries(
      Array.from({ length: 10000 }, (_, f) => [`f${f}`, [f % 7, f % 3, f === 9000 ? 9 : 0, 1]]),
    ),
  );
  const model = await fit(
    { features: wide, label: Uint8Array.of(0, 0, 1, 1) },
    { nEstimators: 5, minChildWeight: 0 },
  );
  assert.deepEqual(
    [...model.predictProbability(wide)].map((p) => p > 0.5),
    [false, false, true, true],
  );
});
