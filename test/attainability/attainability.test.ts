import assert from "node:assert/strict";
import { test } from "node:test";
import { attainability, bestLookup, foldDistinct } from "lib/attainability";
import type { FeatureTable } from "lib/features";
import { createRandom } from "lib/statistics";

function table(columns: Record<string, ArrayLike<number>>): FeatureTable {
  const names = Object.keys(columns);
  return {
    rowCount: columns[names[0]].length,
    names,
    columns: names.map((name) => Float64Array.from(columns[name])),
    categories: names.map(() => null),
  };
}

/** Rows a majority lookup on these columns gets right, by brute force over rows. */
function enumerate(features: FeatureTable, label: Uint8Array, names: readonly string[]): number {
  const counts = new Map<string, [number, number]>();
  for (let row = 0; row < features.rowCount; row++) {
    const key = names.map((name) => features.columns[features.names.indexOf(name)][row]).join("|");
    const cell = counts.get(key) ?? [0, 0];
    cell[label[row]]++;
    counts.set(key, cell);
  }
  return [...counts.values()].reduce((sum, [a, b]) => sum + Math.max(a, b), 0) / features.rowCount;
}

test("floor and ceiling equal enumeration over rows", () => {
  const random = createRandom(4);
  for (let round = 0; round < 30; round++) {
    const rows = 800;
    const draw = (levels: number): number[] =>
      Array.from({ length: rows }, () => random.integer(levels));
    const features = table({ a: draw(3), b: draw(4), c: draw(2), d: draw(5) });
    const label = Uint8Array.from({ length: rows }, (_, i) =>
      Number(random.uniform() < (features.columns[0][i] + features.columns[1][i]) / 6),
    );
    const result = attainability(foldDistinct(features, label));
    const sets = (size: number): string[][] =>
      (function pick(from: number, left: number): string[][] {
        if (left === 0) return [[]];
        return features.names
          .slice(from)
          .flatMap((name, i) => pick(from + i + 1, left - 1).map((rest) => [name, ...rest]));
      })(0, size);
    for (const [size, lookup] of [
      [1, result.best1],
      [2, result.best2],
      [3, result.best3],
    ] as const) {
      assert.ok(
        Math.abs(
          lookup.accuracy - Math.max(...sets(size).map((set) => enumerate(features, label, set))),
        ) < 1e-12,
      );
      assert.ok(Math.abs(lookup.accuracy - enumerate(features, label, lookup.features)) < 1e-12);
    }
    assert.ok(Math.abs(result.ceiling - enumerate(features, label, features.names)) < 1e-12);
  }
});

test("folding keeps every row and counts weights as rows", () => {
  const features = table({ a: [1, 2, 1, NaN, NaN], b: [0, 0, 0, 1, 1] });
  const label = Uint8Array.from([1, 0, 0, 1, 1]);
  const folded = foldDistinct(features, label);
  assert.deepEqual([...folded.rows], [2, 1, 2]);
  assert.deepEqual([...folded.positives], [1, 0, 2]);
  assert.deepEqual([...folded.vectorOfRow], [0, 1, 0, 2, 2]);
  const weighted = foldDistinct(features, label, Float64Array.from([3, 1, 1, 0.5, 0.5]));
  assert.deepEqual([...weighted.rows], [4, 1, 1]);
  assert.deepEqual([...weighted.positives], [3, 0, 1]);
});

test("halves of pairs that share vector and label do not make chance look learnable", () => {
  const random = createRandom(11);
  const pairs = Array.from({ length: 1000 }, () => [random.uniform(), random.integer(2)] as const);
  const halves = [...pairs, ...pairs];
  const features = table({ seconds: halves.map(([seconds]) => seconds) });
  const label = Uint8Array.from(halves, ([, answer]) => answer);
  const blockOfRow = halves.map((_, half) => half % pairs.length);
  const { ceilingBounds } = attainability(foldDistinct(features, label), { blockOfRow });
  assert.ok(ceilingBounds && ceilingBounds.reached < 0.56 && ceilingBounds.high < 0.7);
});

test("a deterministic label: the floor is the ceiling", () => {
  const rows = Array.from({ length: 16 }, (_, row) => row % 4);
  const features = table({ workload: rows, size: rows.map((workload) => workload + 1) });
  const { best1, ceiling, headroom } = attainability(
    foldDistinct(
      features,
      Uint8Array.from(rows, (workload) => Number(workload > 0)),
    ),
  );
  assert.deepEqual([best1.accuracy, ceiling, headroom], [1, 1, 0]);
  assert.deepEqual(best1.features, ["workload"]);
});

test("a wide table is searched by growing the best sets, and says so", () => {
  const random = createRandom(8);
  const rows = 40_000;
  const columns = Object.fromEntries(
    Array.from({ length: 40 }, (_, k) => [
      `f${k}`,
      Float64Array.from({ length: rows }, () => random.integer(2)),
    ]),
  );
  const features = table(columns);
  const label = Uint8Array.from({ length: rows }, (_, i) =>
    Number(features.columns[7][i] + features.columns[21][i] + features.columns[33][i] >= 2),
  );
  const lookup = bestLookup(foldDistinct(features, label), 3);
  assert.deepEqual(
    [lookup.features, lookup.accuracy, lookup.exhaustive],
    [["f7", "f21", "f33"], 1, false],
  );
});

test("tables that cannot be judged are refused", () => {
  assert.throws(
    () => attainability(foldDistinct(table({ a: [] }), new Uint8Array(0))),
    /without labelled rows/,
  );
  assert.throws(
    () => foldDistinct(table({ a: [1] }), Uint8Array.from([255])),
    /row 0 has label 255/,
  );
  assert.throws(() => foldDistinct(table({ a: [1] }), new Uint8Array(2)), /2 labels for 1 rows/);
});
