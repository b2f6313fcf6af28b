import { test } from "node:test";
import assert from "node:assert/strict";
import { cholesky, createRandom, invertCholesky, solveCholesky } from "lib/statistics";

test("the factor multiplies back, the solution solves, the inverse inverts", () => {
  const random = createRandom(1);
  const size = 6;
  const half = Float64Array.from({ length: size * size }, () => random.normal());
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++)
        matrix[i * size + j] += half[i * size + k] * half[j * size + k];
  const factor = cholesky(matrix, size);
  const b = Float64Array.from({ length: size }, (_, i) => i - 2);
  const x = solveCholesky(factor, b);
  const inverse = invertCholesky(factor);
  for (let i = 0; i < size; i++) {
    let product = 0;
    for (let k = 0; k < size; k++) product += matrix[i * size + k] * x[k];
    assert.ok(Math.abs(product - b[i]) < 1e-9);
    for (let j = 0; j < size; j++) {
      let unit = 0;
      let back = 0;
      for (let k = 0; k < size; k++) {
        unit += matrix[i * size + k] * inverse[k * size + j];
        back += factor.lower[i * size + k] * factor.lower[j * size + k];
      }
      assert.ok(Math.abs(unit - (i === j ? 1 : 0)) < 1e-9);
      assert.ok(Math.abs(back - matrix[i * size + j]) < 1e-12);
    }
  }
});

test("a variable that is a combination of those before it is left out", () => {
  // Columns u = (1, 0, 1), v = (0, 1, 1), u + v: the third adds nothing.
  const factor = cholesky(Float64Array.of(2, 1, 3, 1, 2, 3, 3, 3, 6), 3);
  assert.deepEqual([...factor.aliased], [0, 0, 1]);
  const x = solveCholesky(factor, [3, 3, 6]);
  assert.ok(Math.abs(x[0] - 1) < 1e-12 && Math.abs(x[1] - 1) < 1e-12 && x[2] === 0);
  assert.ok(Number.isNaN(invertCholesky(factor)[8]));
  assert.throws(() => cholesky(Float64Array.of(-1), 1), /diagonal/);
});
