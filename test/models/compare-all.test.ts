import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bestByValidation,
  compareAll,
  compareClassifiers,
  positionBetween,
  sameFunctions,
  type Evaluation,
} from "lib/models";

const label = Uint8Array.of(1, 0, 1, 0);
const of = (...p: number[]): Float64Array => Float64Array.from(p);

test("every pair is compared once, and functions that answer alike are put together", () => {
  const contenders = [
    { title: "a", probability: of(0.9, 0.1, 0.9, 0.9) },
    { title: "b", probability: of(0.6, 0.4, 0.7, 0.8) },
    { title: "c", probability: of(0.9, 0.1, 0.1, 0.1) },
  ];
  const pairs = compareAll(label, contenders);
  assert.deepEqual(
    pairs.map(({ a, b }) => a + b),
    ["ab", "ac", "bc"],
  );
  const { a: _, b: __, ...comparison } = pairs[1];
  assert.deepEqual(
    comparison,
    compareClassifiers(label, contenders[0].probability, contenders[2].probability),
  );
  assert.deepEqual(sameFunctions(pairs), [["a", "b"]]);
  assert.deepEqual(sameFunctions(pairs, 0.5), [["a", "b", "c"]]);
});

test("a chain of alike pairs is one group, a model alone is none", () => {
  const pair = (a: string, b: string, identicalShare: number) => ({ a, b, identicalShare });
  assert.deepEqual(
    sameFunctions([
      pair("a", "b", 1),
      pair("b", "c", 1),
      pair("a", "c", 0.9),
      pair("c", "d", 0.2),
      pair("d", "e", 1),
    ]),
    [
      ["a", "b", "c"],
      ["d", "e"],
    ],
  );
});

test("a place between floor and ceiling is a share of the way, unless chance is wider than the way", () => {
  const bounds = (headroom: number) => ({
    headroom,
    best1: { features: ["x"], accuracy: 0.6, cells: 2, exhaustive: true },
  });
  const place = positionBetween(bounds(0.2), {
    estimate: 0.7,
    low: 0.65,
    high: 0.75,
    level: 0.95,
  })!;
  for (const [actual, expected] of [
    [place.estimate, 0.5],
    [place.low, 0.25],
    [place.high, 0.75],
  ])
    assert.ok(Math.abs(actual - expected) < 1e-12);
  assert.equal(
    positionBetween(bounds(0.04), { estimate: 0.7, low: 0.65, high: 0.75, level: 0.95 }),
    null,
  );
});

test("where the ceiling lies between bounds, the way is measured to the high end", () => {
  const best1 = { features: ["x"], accuracy: 0.6, cells: 2, exhaustive: true };
  const ends = { estimate: 0.72, low: 0.7, high: 0.8, level: 0.95, reached: 0.72 };
  const place = positionBetween(
    { best1, headroom: 0.1, ceilingBounds: { ...ends, above: "missed variance" } },
    { estimate: 0.7, low: 0.69, high: 0.71, level: 0.95 },
  )!;
  assert.ok(Math.abs(place.estimate - 0.5) < 1e-12, "and not all of the way, to the low end");
});

test("the best is the best on the validation rows, whatever the test rows say", () => {
  const model = (validation: number, test: number) => ({
    evaluation: {
      validation: { accuracy: validation },
      test: { accuracy: test },
    } as unknown as Evaluation,
  });
  const models = [model(0.6, 0.9), model(0.7, 0.5), model(0.7, 0.8)];
  assert.equal(bestByValidation(models), models[1]);
  assert.throws(() => bestByValidation([]), /no model/);
});
