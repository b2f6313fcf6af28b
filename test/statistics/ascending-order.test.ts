import assert from "node:assert/strict";
import { test } from "node:test";
import { ascendingOrder, createRandom } from "lib/statistics";

test("the order is that of a stable sort by comparison, with ties, signs and infinities", () => {
  const random = createRandom(3);
  const odd = [0, 1, -1, Infinity, -Infinity, 5e-324, -5e-324, 1.7e308, 0.1, 0.30000000000000004];
  for (const values of [
    Float64Array.from({ length: 5000 }, () => random.normal() * 10 ** (random.integer(40) - 20)),
    Float64Array.from({ length: 3000 }, () => random.integer(7) - 3),
    Float64Array.from({ length: 300 }, () => odd[random.integer(odd.length)]),
    new Float64Array(0),
  ]) {
    const rows = Uint32Array.from(values.keys()).filter((row) => row % 5 !== 2);
    const compared = [...rows].sort((a, b) =>
      values[a] === values[b] ? a - b : values[a] < values[b] ? -1 : 1,
    );
    assert.deepEqual([...ascendingOrder(values, rows)], compared);
  }
});
