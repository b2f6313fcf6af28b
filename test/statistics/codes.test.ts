import assert from "node:assert/strict";
import { test } from "node:test";
import { codeColumn, codeFewValues, codeRows, createRandom } from "lib/statistics";

test("rows share a code exactly when they agree in every column", () => {
  const random = createRandom(11);
  const rows = 3000;
  const columns = [0, 1, 2].map((k) =>
    Float64Array.from({ length: rows }, () =>
      random.uniform() < 0.1 ? NaN : random.integer(3 + k) / 3,
    ),
  );
  const { codeOfRow, codeCount, firstRow } = codeRows(columns, rows);
  const keys = Array.from({ length: rows }, (_, row) =>
    columns.map((column) => String(column[row])).join("|"),
  );
  const codeOfKey = new Map<string, number>();
  keys.forEach((key, row) => {
    if (!codeOfKey.has(key)) codeOfKey.set(key, codeOfRow[row]);
    assert.equal(codeOfRow[row], codeOfKey.get(key));
  });
  assert.equal(codeCount, codeOfKey.size);
  assert.equal(new Set(codeOfKey.values()).size, codeCount);
  firstRow.forEach((row, code) => assert.equal(keys.indexOf(keys[row]), row, `code ${code}`));
});

test("many combinations of two wide columns are kept apart", () => {
  const rows = 6000;
  const a = Float64Array.from({ length: rows }, (_, i) => i);
  const b = a.map((i) => rows - i);
  assert.equal(codeRows([a, b], rows).codeCount, rows);
});

test("where many rows differ, columns are hashed together: the codes of the columns one by one", () => {
  const random = createRandom(12);
  const rows = 4000;
  const draw = (values: number): Float64Array =>
    Float64Array.from({ length: rows }, () =>
      random.uniform() < 0.1 ? [NaN, 0, -0][random.integer(3)] : random.integer(values) / 7,
    );
  const columns = [draw(40), draw(40), draw(3), draw(3), draw(2)];
  const oneByOne = columns.reduce(
    (codes, column) => codeRows([codes.codeOfRow, column], rows),
    codeRows([], rows),
  );
  assert.ok(oneByOne.codeCount > 2500 && oneByOne.codeCount < rows);
  assert.deepEqual(codeRows(columns, rows), oneByOne);
});

test("no rows, no columns", () => {
  assert.equal(codeRows([], 5).codeCount, 1);
  assert.equal(codeRows([new Float64Array(0)], 0).codeCount, 0);
});

test("few values are coded as many are; one value too many gives none", () => {
  const column = Float64Array.from([3, 0, -0, NaN, 2.5, 3, NaN, 1e9, 2.5, -1]);
  const all = codeColumn(column);
  assert.deepEqual([...all.codeOfRow], [0, 1, 1, 2, 3, 0, 2, 4, 3, 5]);
  assert.deepEqual([all.codeCount, [...all.firstRow]], [6, [0, 1, 3, 4, 7, 9]]);
  assert.deepEqual(codeFewValues(column, 6), all);
  assert.equal(codeFewValues(column, 5), null);
});
