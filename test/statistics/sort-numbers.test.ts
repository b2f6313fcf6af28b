import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, sortNumbers } from "lib/statistics";

test("sorts as the built-in sort does, however the numbers lie", () => {
  const random = createRandom(1);
  const of = (count: number, value: (i: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => value(i));
  const cases = {
    few: of(100, () => random.normal()),
    normal: of(20000, () => random.normal()),
    "one far off": of(5000, (i) => (i === 7 ? 1e300 : random.uniform())),
    "few distinct": of(5000, () => random.integer(3)),
    equal: of(5000, () => 4),
    falling: of(5000, (i) => -i),
    "whole range": of(5000, () => (random.uniform() - 0.5) * 2 * Number.MAX_VALUE),
    tiny: of(5000, () => random.integer(50) * Number.MIN_VALUE),
    skewed: of(20000, () => Math.exp(20 * random.normal())),
    none: of(0, () => 0),
  };
  for (const [name, values] of Object.entries(cases))
    assert.deepEqual(sortNumbers(values.slice()), values.slice().sort(), name);
});
