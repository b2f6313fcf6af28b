import type { FeatureTable } from "lib/features";
import {
  gradientBoosting,
  GradientBoostingClassifier,
  randomForest,
  RandomForestClassifier,
  thresholdOf,
  type Classifier,
  type Tree,
} from "lib/models";
import { createRandom } from "lib/statistics";
import { rowsOf, tableOf } from "../models/tables.js";

/**
 * Rows with all that a table may hold: numbers of full precision, few values, codes, one value, one
 * value or none, hardly any value, none at all.
 */
export function mixedTable(
  seed: number,
  rows = 600,
): { features: FeatureTable; label: Uint8Array } {
  const random = createRandom(seed);
  const gaps = (share: number, value: () => number): Float64Array =>
    rowsOf(rows, () => (random.uniform() < share ? NaN : value()));
  const features = tableOf({
    full: gaps(0.1, () => random.normal() * 1e3),
    tiny: gaps(0, () => random.normal() * 1e-30),
    thirds: gaps(0.2, () => random.integer(7) / 3),
    code: gaps(0.05, () => random.integer(5)),
    constant: rowsOf(rows, () => 0.1),
    oneOrNone: gaps(0.5, () => 4),
    seldom: gaps(0.97, () => random.uniform()),
    missing: rowsOf(rows, () => NaN),
  });
  const [full, , thirds, code, , oneOrNone] = features.columns;
  const label = Uint8Array.from({ length: rows }, (_, row) => {
    const score =
      (full[row] || 200) / 500 +
      (thirds[row] > 1 ? 1 : -0.5) * (code[row] === 2 ? -2 : 1) +
      (Number.isNaN(oneOrNone[row]) ? 0.7 : -0.7);
    return Number(score + random.normal() > 0);
  });
  return { features, label };
}

/** Models of trees of that table, and what trees of one leaf alone make. */
export async function treeModels(seed: number): Promise<[string, Classifier, FeatureTable][]> {
  const { features, label } = mixedTable(seed);
  const data = { features, label };
  const flat = { features: tableOf({ constant: rowsOf(40, () => 3) }), label: label.slice(0, 40) };
  const rare = { ...flat, label: Uint8Array.from({ length: 40 }, (_, row) => Number(row === 0)) };
  const boost = { nEstimators: 60, earlyStoppingRounds: null };
  return [
    ["boosting", await gradientBoosting.fit(data, { ...boost, seed }), features],
    ["boosting, stumps", await gradientBoosting.fit(data, { ...boost, maxDepth: 1 }), features],
    ["boosting, one leaf", await gradientBoosting.fit(rare, boost), flat.features],
    ["no round at all", noRound(features), features],
    ["forest", await randomForest.fit(data, { seed }), features],
    ["forest, 7 trees", await randomForest.fit(data, { nEstimators: 7, maxDepth: 3 }), features],
    ["forest, one leaf", await randomForest.fit(flat, { nEstimators: 30 }), flat.features],
    ["forest of pure leaves", stumps(1000, 0, 1), tableOf({ x: rowsOf(50, (row) => row / 10) })],
    ["forest of thirds", stumps(333, 1 / 3, 2 / 3), tableOf({ x: rowsOf(50, (row) => row / 10) })],
  ];
}

/** A boosting that stopped before its first tree, of a class that has nearly every row. */
function noRound(features: FeatureTable): Classifier {
  const bins = features.names.map(() => ({ edges: new Float64Array(), hasMissing: true }));
  const report = { baseScore: 14.5, rounds: 0, roundsBoosted: 0, validationLogLoss: [] };
  const seen = { trainingWeight: 2e6, distinctRows: 2 };
  return new GradientBoostingClassifier(
    features.names,
    { bins, trees: [] },
    { ...report, ...seen },
  );
}

/** A forest of trees with one split each, at another edge in turn. */
function stumps(count: number, left: number, right: number): Classifier {
  const edges = rowsOf(37, (edge) => edge / 9);
  const trees = Array.from({ length: count }, (_, t) => stump(t % 37, left, right));
  const report = { outOfBag: null, trainingWeight: 4, distinctRows: 2 };
  const bins = [{ edges, hasMissing: false }];
  return new RandomForestClassifier(["x"], { bins, trees }, report);
}

/** A split of the first feature; of a code from the number of edges on, of missing from not. */
export function stump(code: number, left: number, right: number, missingLeft = 0): Tree {
  return {
    feature: Int32Array.of(0, -1, -1),
    code: Uint8Array.of(code, 0, 0),
    missingLeft: Uint8Array.of(missingLeft, 0, 0),
    left: Int32Array.of(1, 0, 0),
    value: Float64Array.of(0, left, right),
    cover: Float64Array.of(4, 2, 2),
  };
}

/** A forest of trees over one column "x" with these edges. */
export function forestOf(edges: readonly number[], trees: Tree[]): RandomForestClassifier {
  const report = { outOfBag: null, trainingWeight: 4, distinctRows: 2 };
  const bins = [{ edges: Float64Array.from(edges), hasMissing: true }];
  return new RandomForestClassifier(["x"], { bins, trees }, report);
}

/**
 * Rows that stand on every threshold of a model and right beside it, in single precision, each with
 * the other columns of a row of `table`.
 */
export function rowsAtThresholds(classifier: Classifier, table: FeatureTable): FeatureTable {
  const { ensemble } = classifier as RandomForestClassifier | GradientBoostingClassifier;
  const rows: number[][] = [];
  ensemble.trees.forEach((tree, t) =>
    tree.feature.forEach((feature, node) => {
      if (feature < 0) return;
      const threshold = thresholdOf(ensemble, t, node);
      if (threshold === Infinity) return;
      const bits = new Int32Array(Float32Array.of(threshold).buffer);
      for (const step of [-1, 0, 1]) {
        const [value] = new Float32Array(Int32Array.of(bits[0] + step).buffer);
        const other = rows.length % table.rowCount;
        rows.push(
          table.columns.map((column, f) => (f === feature ? value : Math.fround(column[other]))),
        );
      }
    }),
  );
  // A few thousand of them: each is walked through every tree.
  const some = rows.filter((_, at) => at % Math.ceil(rows.length / 4000) === 0);
  return {
    ...table,
    rowCount: some.length,
    columns: table.columns.map((_, f) => Float64Array.from(some, (row) => row[f])),
  };
}
