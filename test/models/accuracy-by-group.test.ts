import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accuracyByCategory,
  accuracyByGroup,
  beatsLookup,
  compareClassifiers,
  generalisation,
  logisticRegression,
  trainingGates,
  type Comparison,
  type ScoredModel,
} from "lib/models";

test("accuracy within groups, counted by hand", () => {
  const label = Uint8Array.from([1, 1, 0, 0, 0]);
  const probability = Float64Array.from([0.9, 0.4, 0.2, 0.5, 0.6]);
  const groups = accuracyByGroup(label, probability, Uint32Array.from([3, 3, 3, 0, 0]));
  assert.deepEqual(
    groups.map(({ group, rows, accuracy, constant }) => [group, rows, accuracy.estimate, constant]),
    [
      [0, 2, 0.5, 1],
      [3, 3, 2 / 3, 2 / 3],
    ],
  );
});

test("categories have the table's names, or the ones given", () => {
  const table = {
    features: {
      rowCount: 4,
      names: ["w"],
      columns: [Float64Array.of(0, 1, 1, 0)],
      categories: [["small", "large"]],
    },
    label: Uint8Array.of(1, 0, 1, 1),
  };
  const some = Uint32Array.of(1, 2, 3);
  const probability = Float64Array.of(0.2, 0.3, 0.9);
  const found = accuracyByCategory(table, "w", some, probability);
  assert.deepEqual(
    found.map(({ name, rows, accuracy }) => [name, rows, accuracy.estimate]),
    [
      ["small", 1, 1],
      ["large", 2, 0.5],
    ],
  );
  assert.deepEqual(
    accuracyByCategory(table, "w", some, probability, { names: ["a", "b"] }).map(
      ({ name }) => name,
    ),
    ["a", "b"],
  );
  assert.throws(() => accuracyByCategory(table, "z", some, probability), /no feature "z"/);
});

test(
  "a model that learned each cell by heart is no better than the constant on cells it has not " +
    "seen",
  async () => {
    // The label is a coin thrown once for each of 40 cells, all of its 20 rows alike: nothing carries
    // over to another cell.
    const cells = Uint32Array.from({ length: 800 }, (_, row) => row % 40);
    const coin = [...Array(40).keys()].map((cell) => ((cell * 7919) % 13 < 6 ? 1 : 0));
    const features = {
      rowCount: 800,
      names: ["cell"],
      columns: [Float64Array.from(cells)],
      categories: [null],
    };
    const { results } = await generalisation(
      [logisticRegression],
      { features, label: Uint8Array.from(cells, (cell) => coin[cell]) },
      { cellOfRow: cells },
      { seed: 42 },
    );
    assert.deepEqual(
      results.map(({ question }) => question),
      ["random rows, the thesis's 60/20/20", "random rows, five folds", "whole context cells"],
    );
    const onCells = results[2];
    assert.ok(onCells.test <= onCells.constant + 1e-9 && onCells.splits === 5);
    assert.ok(Math.abs(onCells.gap - (onCells.train - onCells.test)) < 1e-12);
    assert.ok(onCells.lowest <= onCells.test && onCells.test <= onCells.highest);
    // Random rows come from cells that were trained on, left-out cells were not.
    assert.deepEqual(
      results.map(({ seenShare }) => seenShare),
      [1, 1, 0],
    );
  },
);

test("the gates of training judge the numbers they are given", () => {
  const side = (precision: number) => ({ precision, recall: 0.5, f1: 0.5, support: 500 });
  const metrics = (accuracy: number) => ({
    weight: 1000,
    accuracy,
    confusion: { trueNegatives: 0, falsePositives: 0, falseNegatives: 0, truePositives: 0 },
    classes: [side(0.6), side(0.8)],
    rocAuc: 0.5,
    logLoss: 0.5,
    brier: 0.2,
  });
  const lookup = { features: ["a"], accuracy: 0.7, cells: 4, exhaustive: true };
  const judge = (ceiling: number) =>
    trainingGates({
      bounds: {
        rows: 1000,
        distinctVectors: 9,
        constant: 0.6,
        best1: lookup,
        best2: lookup,
        best3: lookup,
        ceiling,
        headroom: ceiling - 0.7,
        ceilingBounds: null,
      },
      best: {
        title: "model",
        evaluation: { train: metrics(0.86), test: metrics(0.8), gap: 0.06 },
        intervals: { accuracy: { estimate: 0.8, low: 0.775, high: 0.825, level: 0.95 } },
      } as unknown as ScoredModel,
      againstLookup: {
        difference: { estimate: 0.1, low: 0.05, high: 0.15, level: 0.95 },
        unit: "block",
        units: 40,
        midP: 0.001,
      } as Comparison,
      cellsGap: null,
      modelBytes: 60e6,
      predictionMs: 2,
    });
  const verdicts = Object.fromEntries(judge(0.9).map(({ id, verdict }) => [id, verdict]));
  assert.deepEqual(verdicts, {
    accuracy: "pass",
    gap: "fail",
    "precision-balance": "fail",
    lift: "pass",
    "beats-lookup": "pass",
    "gap-cells": "not applicable",
    "prediction-time": "pass",
    "model-size": "fail",
  });
  // Floor and ceiling nearer to each other than 1,000 test rows can tell (about 2.5 points): a
  // place between them is chance.
  assert.equal(judge(0.71).find(({ id }) => id === "lift")!.verdict, "not applicable");
});

test("the gate over one block of time is not judged, and says why", () => {
  const comparison = compareClassifiers(
    Uint8Array.of(1, 1, 0, 1),
    Float64Array.of(1, 1, 0, 1),
    Float64Array.of(0, 0, 0, 1),
    { blocks: { blockOfRow: new Uint8Array(4), blockCount: 1 } },
  );
  const gate = beatsLookup(comparison, "model");
  assert.deepEqual([gate.verdict, gate.value], ["not applicable", null]);
  assert.match(gate.evidence, /one column: 50\.00 points.*1 block of time: too short to say/);
  const byRows = beatsLookup(
    compareClassifiers(Uint8Array.of(1, 0), Float64Array.of(1, 0), Float64Array.of(1, 0)),
    "model",
  );
  assert.match(byRows.evidence, /2 rows taken as independent, for the table carries no time/);
});
