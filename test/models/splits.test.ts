import { test } from "node:test";
import assert from "node:assert/strict";
import {
  authorSplit,
  forwardInTime,
  groupFolds,
  groupSplit,
  leaveOneGroupOut,
  stratifiedFolds,
  stratifiedSplit,
  trainTestSplit,
  type Split,
} from "lib/models";

const label = Uint8Array.from({ length: 1003 }, (_, i) => ((i * 7919) % 101 < 35 ? 1 : 0));
const everyRow = (rows: number): Uint32Array => Uint32Array.from({ length: rows }, (_, row) => row);
const all = (split: Split): number[] =>
  [...split.train, ...split.validation, ...split.test].sort((a, b) => a - b);
const positives = (rows: Uint32Array): number => rows.filter((row) => label[row] === 1).length;

test("the author's split has the rows that scikit-learn 1.2.1 (NumPy 1.24.2) draws", () => {
  const first = trainTestSplit(everyRow(1003), label, 0.4, 42);
  assert.deepEqual([...first.train.subarray(0, 8)], [188, 887, 743, 874, 351, 865, 447, 992]);
  const second = trainTestSplit(first.test, label, 0.5, 42);
  assert.deepEqual([...second.train.subarray(0, 8)], [538, 570, 391, 377, 626, 225, 531, 907]);
  assert.deepEqual([...second.test.subarray(0, 8)], [279, 534, 809, 126, 452, 264, 837, 172]);

  const split = authorSplit(label, 42);
  assert.deepEqual(
    [split.train.length, split.validation.length, split.test.length],
    [601, 201, 201],
  );
  assert.deepEqual([...split.test.subarray(0, 10)], [0, 7, 10, 13, 18, 22, 24, 33, 51, 54]);
  // Sums of the row numbers (and squares) of scikit-learn's parts.
  assert.equal(
    split.test.reduce((sum, row) => sum + row, 0),
    100647,
  );
  assert.equal(
    split.validation.reduce((sum, row) => sum + row, 0),
    105879,
  );
  assert.equal(
    split.test.reduce((sum, row) => sum + row * row, 0),
    66798495,
  );
});

test("a small stratified split equals scikit-learn's, order and all", () => {
  const y = Uint8Array.from({ length: 33 }, (_, i) => (i < 30 ? i % 2 : 0));
  const { train, test: tested } = trainTestSplit(everyRow(33), y, 0.4, 7);
  assert.deepEqual(
    [...train],
    [17, 4, 9, 19, 11, 24, 7, 3, 20, 5, 16, 0, 21, 10, 2, 23, 32, 31, 28],
  );
  assert.deepEqual([...tested], [26, 13, 8, 14, 29, 12, 18, 22, 6, 27, 25, 30, 15, 1]);
  assert.throws(() => trainTestSplit(everyRow(3), Uint8Array.of(0, 0, 1), 0.4, 1), /label 1 has 1/);
});

test("a stratified split uses every row once and keeps the classes' shares to the row", () => {
  const split = stratifiedSplit(label);
  assert.deepEqual(all(split), [...everyRow(1003)]);
  const ones = positives(everyRow(1003));
  assert.equal(positives(split.train), Math.round(0.6 * ones));
  assert.ok(Math.abs(positives(split.test) - 0.2 * ones) <= 1);
  assert.deepEqual(stratifiedSplit(label), split);
  assert.notDeepEqual(stratifiedSplit(label, undefined, 43).test, split.test);
  assert.throws(
    () => stratifiedSplit(label, { train: 0.9, validation: 0, test: 0.2 }),
    /at most 1/,
  );
  assert.throws(() => stratifiedSplit(Uint8Array.of(1)), /too few/);
});

test("stratified folds test every row once, in folds equal to one row", () => {
  const folds = stratifiedFolds(label, 5);
  assert.deepEqual(
    folds.flatMap((fold) => [...fold.test]).sort((a, b) => a - b),
    [...everyRow(1003)],
  );
  for (const fold of folds) {
    assert.deepEqual(all(fold), [...everyRow(1003)]);
    assert.ok(Math.abs(fold.test.length - 1003 / 5) < 1);
    assert.ok(Math.abs(positives(fold.test) - positives(everyRow(1003)) / 5) <= 1);
  }
  assert.throws(() => stratifiedFolds(Uint8Array.of(0, 0, 0, 1), 3), /label 1 has 1/);
});

test("groups stay whole", () => {
  const group = Uint32Array.from({ length: 1000 }, (_, row) => Math.floor(Math.sqrt(row)));
  const split = groupSplit(group, undefined, 1, "cells");
  assert.deepEqual(all(split), [...everyRow(1000)]);
  const partsOf = new Map<number, Set<string>>();
  for (const part of ["train", "validation", "test"] as const) {
    for (const row of split[part])
      partsOf.set(group[row], (partsOf.get(group[row]) ?? new Set()).add(part));
  }
  for (const parts of partsOf.values()) assert.equal(parts.size, 1);
  assert.ok(Math.abs(split.train.length - 600) < 70 && Math.abs(split.test.length - 200) < 70);
  assert.notDeepEqual(groupSplit(group, undefined, 2).test, split.test);

  const folds = groupFolds(group, 4);
  assert.deepEqual(
    folds.flatMap((fold) => [...fold.test]).sort((a, b) => a - b),
    [...everyRow(1000)],
  );
  for (const fold of folds) {
    const tested = new Set(Array.from(fold.test, (row) => group[row]));
    for (const row of fold.train) assert.ok(!tested.has(group[row]));
  }
  assert.throws(() => groupSplit(new Uint32Array(10)), /too few groups/);
  assert.throws(() => groupFolds(Uint32Array.of(0, 1), 3), /there are 2/);
});

test("leaving one group out names and isolates each group that occurs", () => {
  const splits = leaveOneGroupOut(Uint32Array.of(0, 3, 3, 0, 1), [
    "morning",
    "midday",
    "evening",
    "night",
  ]);
  assert.deepEqual(
    splits.map(({ name }) => name),
    ["without morning", "without midday", "without night"],
  );
  assert.deepEqual(
    splits.map(({ test: rows }) => [...rows]),
    [[0, 3], [4], [1, 2]],
  );
  assert.deepEqual([...splits[2].train], [0, 3, 4]);
  assert.throws(() => leaveOneGroupOut(Uint32Array.of(2, 2)), /two groups/);
});

test("forward in time never tests on what came before its training", () => {
  const time = Float64Array.of(5, 1, 4, 4, 2, 9, 7, 3, 8, 6);
  const splits = forwardInTime(time, 4);
  assert.equal(splits.length, 4);
  for (const { train, test: rows } of splits) {
    assert.ok(
      Math.max(...Array.from(train, (row) => time[row])) <
        Math.min(...Array.from(rows, (row) => time[row])),
    );
  }
  assert.deepEqual([...splits[0].train], [1, 4]);
  assert.deepEqual([...splits[0].test], [7, 2, 3]);
  assert.throws(() => forwardInTime(new Float64Array(10), 2), /share a time/);
});
