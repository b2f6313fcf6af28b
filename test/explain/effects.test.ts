import assert from "node:assert/strict";
import { test } from "node:test";
import { accumulatedLocalEffects, friedmanH } from "lib/explain";
import type { FeatureTable } from "lib/features";
import type { Classifier } from "lib/models";
import { createRandom } from "lib/statistics";

/** A model that answers by one formula on its columns. */
function formulaModel(featureNames: string[], formula: (row: number[]) => number): Classifier {
  return {
    kind: "formula",
    featureNames,
    predictProbability: (features: FeatureTable) =>
      Float64Array.from({ length: features.rowCount }, (_, row) =>
        formula(featureNames.map((name) => features.columns[features.names.indexOf(name)][row])),
      ),
    toArtefact: () => {
      throw new Error("not needed here");
    },
  };
}

const tableOf = (names: string[], columns: Float64Array[]): FeatureTable => ({
  rowCount: columns[0].length,
  names,
  columns,
  categories: names.map(() => null),
});

test("H on Friedman's function: the sine of a product interacts, what is added does not", () => {
  // Friedman (1991), eq. 61: 10 sin(pi x1 x2) + 20 (x3 - 1/2)^2 + 10 x4 + 5 x5, on a full grid,
  // where the oracle is sums over its axes.
  const axis = [0.1, 0.4, 0.6, 0.9];
  const names = ["x1", "x2", "x3", "x4", "x5"];
  const rows = Array.from({ length: axis.length ** 5 }, (_, i) =>
    names.map((_, f) => axis[Math.floor(i / axis.length ** f) % axis.length]),
  );
  const table = tableOf(
    names,
    names.map((_, f) => Float64Array.from(rows, (row) => row[f])),
  );
  const model = formulaModel(
    names,
    ([x1, x2, x3, x4, x5]) =>
      10 * Math.sin(Math.PI * x1 * x2) + 20 * (x3 - 0.5) ** 2 + 10 * x4 + 5 * x5,
  );
  const pairs = friedmanH(model, table, { features: table });
  const grid = axis.map((a) => axis.map((b) => 10 * Math.sin(Math.PI * a * b)));
  const mean = (values: number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const overall = mean(grid.flat());
  const ofRow = grid.map(mean);
  const ofColumn = axis.map((_, j) => mean(grid.map((line) => line[j])));
  const interaction = mean(
    grid.flatMap((line, i) =>
      line.map((value, j) => (value - ofRow[i] - ofColumn[j] + overall) ** 2),
    ),
  );
  const joint = mean(grid.flat().map((value) => (value - overall) ** 2));
  assert.ok(interaction / joint > 0.01);
  for (const { players, h, interactionDeviation } of pairs) {
    const isProduct = players.join() === "x1,x2";
    assert.ok(
      Math.abs(h - (isProduct ? Math.sqrt(interaction / joint) : 0)) < 1e-9,
      `${players.join(" x ")}: ${h}`,
    );
    assert.ok(Math.abs(interactionDeviation - (isProduct ? Math.sqrt(interaction) : 0)) < 1e-9);
  }
});

test("H of a pure product of centred features is 1, and of features without effect undefined", () => {
  const table = tableOf(
    ["a", "b", "c"],
    [Float64Array.of(-1, 1, -1, 1), Float64Array.of(-1, -1, 1, 1), Float64Array.of(0, 1, 1, 0)],
  );
  const [ab, ac] = friedmanH(
    formulaModel(["a", "b", "c"], ([a, b]) => 0.5 + a * b),
    table,
    { features: table },
  );
  assert.ok(Math.abs(ab.h - 1) < 1e-12);
  assert.ok(Number.isNaN(ac.h));
});

test(
  "accumulated local effects give an additive function back, however its features are " +
    "correlated",
  () => {
    const random = createRandom("effects");
    const x = Float64Array.from({ length: 500 }, () => random.normal());
    const y = x.map((value) => value + 0.3 * random.normal());
    const table = tableOf(["x", "y"], [x, y]);
    const model = formulaModel(["x", "y"], ([a, b]) => a ** 3 - 2 * b);
    for (const [feature, own] of [
      ["x", (value: number) => value ** 3],
      ["y", (value: number) => -2 * value],
    ] as const) {
      const { at, effect, rowsOfBin } = accumulatedLocalEffects(model, table, feature, {
        bins: 12,
      });
      assert.equal(at.length, 13);
      assert.equal(
        rowsOfBin.reduce((sum, rows) => sum + rows, 0),
        500,
      );
      for (let i = 1; i < at.length; i++)
        assert.ok(
          Math.abs(effect[i] - effect[0] - own(at[i]) + own(at[0])) < 1e-9,
          `${feature} at ${at[i]}`,
        );
      assert.ok(
        Math.abs(
          rowsOfBin.reduce((sum, rows, bin) => sum + rows * (effect[bin] + effect[bin + 1]), 0),
        ) < 1e-9,
      );
    }
  },
);

test("a feature of few values has its effect at each of them; rows without a value are left out", () => {
  const table = tableOf(["x"], [Float64Array.of(2, 0, NaN, 1, 2, 0)]);
  const { at, effect, missing, rowsOfBin } = accumulatedLocalEffects(
    formulaModel(["x"], ([x]) => x * x),
    table,
    "x",
  );
  assert.deepEqual([Array.from(at), missing, Array.from(rowsOfBin)], [[0, 1, 2], 1, [3, 2]]);
  assert.ok(Math.abs(effect[2] - effect[1] - 3) < 1e-12);
  assert.throws(
    () =>
      accumulatedLocalEffects(
        formulaModel(["x"], () => 0),
        tableOf(["x"], [Float64Array.of(1, 1)]),
        "x",
      ),
    /the one value 1/,
  );
  assert.throws(
    () =>
      accumulatedLocalEffects(
        formulaModel(["x"], () => 0),
        table,
        "z",
      ),
    /"z" is no feature/,
  );
});
