import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, lowerBound } from "lib/statistics";

test("as many values are below as counting finds, within any part of the list", () => {
  const random = createRandom(3);
  const ascending = Float64Array.from({ length: 40 }, () => random.integer(15)).sort();
  for (let value = -1; value <= 15; value += 0.5) {
    assert.equal(lowerBound(ascending, value), ascending.filter((v) => v < value).length);
    const part = ascending.slice(7, 21);
    assert.equal(lowerBound(ascending, value, 7, 21), 7 + part.filter((v) => v < value).length);
  }
  assert.equal(lowerBound([], 1), 0);
});
